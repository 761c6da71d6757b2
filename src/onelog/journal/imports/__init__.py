"""What is taken in from elsewhere: documents, exports, people, and what was taken in before."""
