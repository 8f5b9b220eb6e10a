"""Code sets of FHIR R4 4.0.1 and the Dutch code lists that a reading rests on."""

ADMINISTRATIVE_GENDER = frozenset({"male", "female", "other", "unknown"})
NAME_USE = frozenset({"usual", "official", "temp", "nickname", "anonymous", "old", "maiden"})
CONTACT_SYSTEM = frozenset({"phone", "fax", "email", "pager", "url", "sms", "other"})
CONTACT_USE = frozenset({"home", "work", "temp", "old", "mobile"})
ADDRESS_USE = frozenset({"home", "work", "temp", "old", "billing"})
ADDRESS_TYPE = frozenset({"postal", "physical", "both"})
IDENTIFIER_USE = frozenset({"usual", "official", "temp", "secondary", "old"})

REQUEST_STATUS = frozenset({"draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"})
REQUEST_INTENT = frozenset(
    {
        "proposal",
        "plan",
        "directive",
        "order",
        "original-order",
        "reflex-order",
        "filler-order",
        "instance-order",
        "option",
    }
)
REQUEST_PRIORITY = frozenset({"routine", "urgent", "asap", "stat"})

DEAD_STATUS = {
    "revoked": "De verwijzing is ingetrokken.",
    "completed": "De verwijzing is al afgehandeld.",
    "entered-in-error": "De verwijzing is bij vergissing gemaakt.",
}
DOUBTFUL_STATUS = {
    "draft": "De verwijzing is bij de verzender nog een concept; vraag na of zij zo is bedoeld.",
    "on-hold": "De verwijzing staat bij de verzender in de wacht; vraag na of zij doorgaat.",
    "unknown": "De verzender weet niet of de verwijzing nog geldt; vraag dat na.",
}
DOUBTFUL_INTENT = {
    "proposal": "Dit is een voorstel en nog geen opdracht.",
    "option": "Dit is één van meer mogelijkheden en nog geen opdracht.",
}

CLINICAL_SYSTEM = "http://terminology.hl7.org/CodeSystem/condition-clinical"
CLINICAL_STATUS = {
    "active": "actief",
    "recurrence": "teruggekomen",
    "relapse": "terugval",
    "inactive": "niet actief",
    "remission": "in remissie",
    "resolved": "voorbij",
}
VERIFICATION_SYSTEM = "http://terminology.hl7.org/CodeSystem/condition-ver-status"
VERIFICATION_STATUS = {
    "unconfirmed": "niet bevestigd",
    "provisional": "voorlopig",
    "differential": "één van de mogelijkheden",
    "confirmed": "bevestigd",
    "refuted": "weerlegd",
    "entered-in-error": "bij vergissing ingevoerd",
}

BUNDLE_TYPE = frozenset(
    {
        "document",
        "message",
        "transaction",
        "transaction-response",
        "batch",
        "batch-response",
        "history",
        "searchset",
        "collection",
    }
)
UNREADABLE_BUNDLE = {
    "transaction-response": "Dit is het antwoord van een systeem en geen verwijzing.",
    "batch-response": "Dit is het antwoord van een systeem en geen verwijzing.",
    "history": "Dit zijn oude versies van gegevens; stuur de verwijzing zoals zij nu is.",
}

NUMBER_KIND = {
    "http://fhir.nl/fhir/NamingSystem/bsn": "bsn",
    "urn:oid:2.16.840.1.113883.2.4.6.3": "bsn",
    "http://fhir.nl/fhir/NamingSystem/agb-z": "agb",
    "http://fhir.nl/fhir/NamingSystem/agb": "agb",
    "urn:oid:2.16.840.1.113883.2.4.6.1": "agb",
    "http://fhir.nl/fhir/NamingSystem/big": "big",
    "urn:oid:2.16.528.1.1007.5.1": "big",
    "http://fhir.nl/fhir/NamingSystem/uzi-nr-pers": "uzi",
    "urn:oid:2.16.528.1.1007.3.1": "uzi",
    "http://fhir.nl/fhir/NamingSystem/ura": "ura",
    "urn:oid:2.16.528.1.1007.3.3": "ura",
    "http://fhir.nl/fhir/NamingSystem/uzovi": "uzovi",
    "urn:oid:2.16.840.1.113883.2.4.6.4": "uzovi",
    "https://fhir.nhs.uk/Id/nhs-number": "nhs",
}
NUMBER_DIGITS = {"agb": 8, "big": 11, "uzi": 9, "ura": 8, "uzovi": 4}

ROLE_LIST = "urn:oid:2.16.840.1.113883.2.4.3.11.22.472"
ROLE_CODE = "http://terminology.hl7.org/CodeSystem/v3-RoleCode"
SNOMED = "http://snomed.info/sct"

# Curator, guardian and mentor decide with or for a client in matters of care; code 24 of the same list
# means legal representative for Nictiz and employer elsewhere, so its words decide (see people.py).
LEGAL_REPRESENTATIVE = frozenset(
    {
        f"{ROLE_LIST}|03",
        f"{ROLE_LIST}|11",
        f"{ROLE_LIST}|15",
        f"{ROLE_CODE}|GUARD",
        f"{ROLE_CODE}|HPOWATT",
        f"{SNOMED}|310391000146105",
    }
)
NICTIZ_REPRESENTATIVE = f"{ROLE_LIST}|24"
ONESELF = "ONESELF"

OTHER_VERSION = {
    "ReferralRequest": "Dit is FHIR STU3 (ReferralRequest); Lijfspoor leest R4.",
    "ProcedureRequest": "Dit is FHIR STU3 (ProcedureRequest); Lijfspoor leest R4.",
    "DeviceUsage": "Dit is FHIR R5 (DeviceUsage); Lijfspoor leest R4.",
    "RequestOrchestration": "Dit is FHIR R5 (RequestOrchestration); Lijfspoor leest R4.",
    "Transport": "Dit is FHIR R5 (Transport); Lijfspoor leest R4.",
}

_TYPE_NAMES = """
Account ActivityDefinition AdverseEvent AllergyIntolerance Appointment AppointmentResponse
AuditEvent Basic Binary BiologicallyDerivedProduct BodyStructure Bundle CapabilityStatement CarePlan
CareTeam CatalogEntry ChargeItem ChargeItemDefinition Claim ClaimResponse ClinicalImpression
CodeSystem Communication CommunicationRequest CompartmentDefinition Composition ConceptMap Condition
Consent Contract Coverage CoverageEligibilityRequest CoverageEligibilityResponse DetectedIssue
Device DeviceDefinition DeviceMetric DeviceRequest DeviceUseStatement DiagnosticReport
DocumentManifest DocumentReference EffectEvidenceSynthesis Encounter Endpoint EnrollmentRequest
EnrollmentResponse EpisodeOfCare EventDefinition Evidence EvidenceVariable ExampleScenario
ExplanationOfBenefit FamilyMemberHistory Flag Goal GraphDefinition Group GuidanceResponse
HealthcareService ImagingStudy Immunization ImmunizationEvaluation ImmunizationRecommendation
ImplementationGuide InsurancePlan Invoice Library Linkage List Location Measure MeasureReport Media
Medication MedicationAdministration MedicationDispense MedicationKnowledge MedicationRequest
MedicationStatement MedicinalProduct MedicinalProductAuthorization MedicinalProductContraindication
MedicinalProductIndication MedicinalProductIngredient MedicinalProductInteraction
MedicinalProductManufactured MedicinalProductPackaged MedicinalProductPharmaceutical
MedicinalProductUndesirableEffect MessageDefinition MessageHeader MolecularSequence NamingSystem
NutritionOrder Observation ObservationDefinition OperationDefinition OperationOutcome Organization
OrganizationAffiliation Parameters Patient PaymentNotice PaymentReconciliation Person PlanDefinition
Practitioner PractitionerRole Procedure Provenance Questionnaire QuestionnaireResponse RelatedPerson
RequestGroup ResearchDefinition ResearchElementDefinition ResearchStudy ResearchSubject
RiskAssessment RiskEvidenceSynthesis Schedule SearchParameter ServiceRequest Slot Specimen
SpecimenDefinition StructureDefinition StructureMap Subscription Substance SubstanceNucleicAcid
SubstancePolymer SubstanceProtein SubstanceReferenceInformation SubstanceSourceMaterial
SubstanceSpecification SupplyDelivery SupplyRequest Task TerminologyCapabilities TestReport
TestScript ValueSet VerificationResult VisionPrescription
"""
RESOURCE_TYPES = frozenset(_TYPE_NAMES.split())
