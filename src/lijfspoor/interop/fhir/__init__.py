"""FHIR R4 JSON made by other systems, read into plain Dutch-practice facts that say what was not used."""
