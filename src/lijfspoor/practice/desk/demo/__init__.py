"""The demo practice: invented people in two practices, told from long ago until today through the flows people use."""
