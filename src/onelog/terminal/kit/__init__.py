"""What every view is built of: the screen, its layout, columns, sparklines and phrases."""
