"""The door for writes: what each action does, refuses and notes."""
