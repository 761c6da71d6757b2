"""Pure values and rules: records, days, periods, names, numbers, settings. Nothing here reads a file or draws a screen."""
