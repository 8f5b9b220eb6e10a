"""The engine held against golden values: reads a file of reference records and tells which ones it reproduces."""
