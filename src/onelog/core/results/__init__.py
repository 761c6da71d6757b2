"""What a question is answered with: the only thing that screens, formats and insight share."""
