"""The course of each treatment: its pinned module, every fact that happened, and its standing."""
