"""An invented archive of any length, for measuring: written in bulk, and consistent as if the verbs had written it."""
