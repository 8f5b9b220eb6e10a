"""What must hold in a care module beyond its shape: one small rule for each thing that can be wrong."""
