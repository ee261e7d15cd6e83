"""The gazetteer: built once from packaged GeoNames data into a local file, then looked up by exact and folded name."""

from counterclaim.resolve.gazetteer.lookup import SqliteGazetteer
from counterclaim.resolve.gazetteer.opening import gazetteer_path, open_gazetteer

__all__ = ["SqliteGazetteer", "gazetteer_path", "open_gazetteer"]
