"""Look after the store: check that its texts are whole, delete what must go."""

from analytics.commands.app import KEEP, Store, app
from analytics.commands.telling import tell_on
from analytics.errors import StoreError
from analytics.progress import Progress


@app.command(group=KEEP)
def verify(*, store: Store = None) -> None:
    """Check that every stored text is byte for byte as it was delivered.

    Each text is held against the sha256 that was kept with it. Exit code 1 names the damaged ones.

    Parameters
    ----------
    store
        Where the archive lies; default data/store.
    """
    from analytics import snapshot
    from analytics.archive import Archive

    folder = snapshot.store_folder(store)
    damaged = list(Archive(folder).damaged())
    if damaged:
        raise StoreError(f"{folder}: {len(damaged)} texts are damaged: {', '.join(damaged[:10])}")
    print("every text is as it was delivered")


@app.command(group=KEEP)
def takedown(name: str, /, *, store: Store = None, progress: Progress = "plain") -> None:
    """Delete an article for good, where its owner asks for it.

    Every revision goes, what was read from it, and every snapshot that holds it. Its text does not
    come back with a later delivery. Frozen links to earlier snapshots say that they cannot be
    rebuilt. Copies of the text at other outlets are articles of their own.

    Parameters
    ----------
    name
        Its identity as the articles table shows it (url:…, id:COLLECTION/…, text:…), its id, or
        its address.
    store
        Where the archive lies; default data/store.
    progress
        How to tell on stderr how far the work is.
    """
    from analytics import ingestion, snapshot

    folder = snapshot.store_folder(store)
    identity, report = ingestion.take_down(folder, name, tell=tell_on(progress))
    print(f"{identity} is deleted; the newest snapshot is {report.snapshot_id}")
