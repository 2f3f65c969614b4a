"""The only door for writes: each action is one change, whole or not at all, with its line of history.

Import functions by name from their modules: `from ..actions.publishing import publish`.
"""
