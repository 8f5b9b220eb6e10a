"""Who gives which help where: profiles of this installation and a register from elsewhere, found by everyone."""
