"""The life of the journal's file: put in place, copied, kept by age, restored, checked, repaired, erased from."""
