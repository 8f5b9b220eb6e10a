"""How people get in: nobody signs up by themselves; a practice invites. And what sign-in says, in plain Dutch."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

WRONG_CODE = "Deze code klopt niet. Kijk of u de nieuwste code hebt."


class ClosedDoor(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Sign-up is closed for everyone."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "Dit account staat uit. Vraag de eigenaar van de praktijk om hulp.",
        "cannot_remove_primary_email": "U kunt uw eerste e-mailadres niet verwijderen.",
        "duplicate_email": "Dit e-mailadres hoort al bij uw account.",
        "email_password_mismatch": "Het e-mailadres en het wachtwoord horen niet bij elkaar. Probeer het nog eens.",
        "email_taken": "Dit e-mailadres kunt u niet gebruiken. Vul een ander e-mailadres in.",
        "enter_current_password": "Dit is niet uw huidige wachtwoord. Probeer het nog eens.",
        "incorrect_code": WRONG_CODE,
        "incorrect_password": "Dit wachtwoord klopt niet. Probeer het nog eens.",
        "invalid_login": "Vul uw e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.",
        "invalid_or_expired_key": "Deze link werkt niet meer. Vraag een nieuwe aan.",
        "invalid_password_reset": "Deze link werkt niet meer. Vraag een nieuwe aan.",
        "max_email_addresses": "U kunt niet meer dan %d e-mailadressen toevoegen.",
        "rate_limited": "U probeert dit te vaak achter elkaar. Wacht even en probeer het dan nog eens.",
        "same_as_current": "Vul iets anders in dan wat er nu staat.",
        "select_only_one": "Kies er één.",
        "too_many_login_attempts": "Te vaak geprobeerd. Wacht vijf minuten en probeer het dan nog eens.",
        "unknown_email": "Dit e-mailadres kennen wij niet.",
        "unverified_primary_email": "Uw eerste e-mailadres moet bevestigd zijn.",
        "username_password_mismatch": "Deze gegevens horen niet bij elkaar. Probeer het nog eens.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False


class SecondStep(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """Signing in with a second factor, in plain Dutch."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "add_email_blocked": "Een account met inloggen in twee stappen kan geen e-mailadres erbij krijgen.",
        "cannot_delete_authenticator": "U kunt inloggen in twee stappen niet uitzetten.",
        "cannot_generate_recovery_codes": "Stel eerst inloggen in twee stappen in. Dan kunt u herstelcodes maken.",
        "incorrect_code": WRONG_CODE,
        "unverified_email": "Bevestig eerst uw e-mailadres. Daarna kunt u inloggen in twee stappen instellen.",
    }
