"""What is done with files on the workbench: series, reports and letters on paper; no Django."""
