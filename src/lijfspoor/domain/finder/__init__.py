"""Who gives which help where: therapists as they are listed, how far away they are, and how they are found."""
