"""Power studies run in one process, in several, or on a Dask cluster, with the same numbers; no Django."""
