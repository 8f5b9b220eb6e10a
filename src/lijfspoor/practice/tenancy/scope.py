"""Queries that refuse to run until they say within which practice (trust G7)."""

from collections.abc import Iterator
from typing import Any, Self, TypeVar
from uuid import UUID

from django.db import models

M = TypeVar("M", bound=models.Model)


class UnscopedQuery(RuntimeError):
    """A query on practice rows was about to run without a practice."""


class ScopedQuerySet(models.QuerySet[M]):
    """A query set that runs only after `in_practice`, or after `across_practices` with a written reason."""

    _scoped: bool = False

    def in_practice(self, practice_id: UUID) -> Self:
        """Keep to the rows of one practice."""
        scoped = self.filter(practice_id=practice_id)
        scoped._scoped = True
        return scoped

    def across_practices(self, why: str) -> Self:
        """Leave the practice open, on purpose. `why` must say what for (sign-in, verification, move of a record)."""
        if not why:
            msg = "say why this query looks across practices"
            raise ValueError(msg)
        scoped = self.all()
        scoped._scoped = True
        return scoped

    def _clone(self) -> Self:
        clone: Self = super()._clone()  # type: ignore[misc]  # private in the stubs; the mark must travel along
        clone._scoped = self._scoped
        return clone

    def _require_scope(self) -> None:
        if not self._scoped:
            msg = f"{self.model.__name__} was queried without in_practice(...)"
            raise UnscopedQuery(msg)

    def _fetch_all(self) -> None:
        self._require_scope()
        super()._fetch_all()

    def iterator(self, *args: Any, **kwargs: Any) -> Iterator[M]:
        self._require_scope()
        return super().iterator(*args, **kwargs)

    def count(self) -> int:
        self._require_scope()
        return super().count()

    def exists(self) -> bool:
        self._require_scope()
        return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        self._require_scope()
        return super().aggregate(*args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        self._require_scope()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._require_scope()
        return super().delete()


class ScopedManager(models.Manager[M]):
    """The manager of practice rows."""

    def get_queryset(self) -> ScopedQuerySet[M]:
        return ScopedQuerySet(self.model, using=self._db)

    def in_practice(self, practice_id: UUID) -> ScopedQuerySet[M]:
        """Keep to the rows of one practice."""
        return self.get_queryset().in_practice(practice_id)

    def across_practices(self, why: str) -> ScopedQuerySet[M]:
        """Leave the practice open, on purpose, saying why."""
        return self.get_queryset().across_practices(why)
