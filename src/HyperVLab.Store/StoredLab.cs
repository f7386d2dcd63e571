using HyperVLab.Engine;
using HyperVLab.Engine.Keeping;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Store.Sqlite;
using HyperVLab.Store.Undo;

namespace HyperVLab.Store;

/// <summary>
/// A lab that lives in a folder of this computer: its disks as files, and the rest in <c>lab.db</c> beside them.
/// Whatever it reported is there when it is opened again, however its process ended.
/// </summary>
internal sealed class StoredLab : IStoredLab
{
    /// <summary>The name of the database in a lab's folder.</summary>
    public const string DatabaseName = "lab.db";

    private const long FirstStretch = 1;

    private readonly string _folder;
    private readonly SqliteLabDatabase _database;
    private readonly UndoLog _undo;
    private readonly LabKeeper _keeper;
    private readonly KeepingSettings _settings;
    private bool _isClosed;

    private StoredLab(
        string folder, Lab lab, FolderDiskStore disks, UndoLog undo, SqliteLabDatabase database, long image,
        KeepingSettings settings)
    {
        (_folder, Lab, Disks, _undo, _database, _settings) = (folder, lab, disks, undo, database, settings);
        _keeper = new LabKeeper(lab, disks, undo, database, image, settings);
        lab.Keeper = _keeper;
    }

    /// <inheritdoc/>
    public Lab Lab { get; }

    /// <inheritdoc/>
    public FolderDiskStore Disks { get; }

    /// <summary>Keeps a lab in a folder.</summary>
    /// <param name="folder">The folder's full path; it is made where it is not there.</param>
    /// <param name="make">Makes the lab over its disks.</param>
    /// <param name="settings">How it is kept.</param>
    /// <exception cref="LabException">There is a lab in it, or this computer refused.</exception>
    public static StoredLab Create(string folder, Func<FolderDiskStore, Lab> make, KeepingSettings settings)
    {
        if (File.Exists(Path.Combine(folder, DatabaseName)))
        {
            throw StoreErrors.LabThere.For(folder, folder);
        }

        return StoreGuard.Run(folder, () =>
        {
            Directory.CreateDirectory(folder);
            var database = new SqliteLabDatabase(Path.Combine(folder, DatabaseName), settings.IsDurable);
            var undo = new UndoLog(folder, settings);
            undo.Begin(FirstStretch);
            return Make(folder, new FolderDiskStore(folder, undo), undo, database, make, FirstStretch, settings);
        });
    }

    /// <summary>Opens the lab of a folder: it is where it was when it last reported something.</summary>
    /// <param name="folder">The folder's full path.</param>
    /// <param name="name">Its name in this process; null for the name that it had.</param>
    /// <param name="settings">How it is kept from now on.</param>
    /// <exception cref="LabException">
    /// There is none, another process has it open, it is damaged or of a later version: nothing was changed.
    /// </exception>
    public static StoredLab Open(string folder, string? name, KeepingSettings settings)
    {
        if (!File.Exists(Path.Combine(folder, DatabaseName)))
        {
            throw StoreErrors.NoLab.For(folder, folder);
        }

        return StoreGuard.Run(folder, () =>
        {
            StoreGuard.DemandVersion(folder, SqliteSchema.VersionOf(Path.Combine(folder, DatabaseName)));
            var database = new SqliteLabDatabase(Path.Combine(folder, DatabaseName), settings.IsDurable);
            try
            {
                return Open(folder, name, database, settings);
            }
            catch
            {
                database.Dispose();
                throw;
            }
        });
    }

    /// <inheritdoc/>
    public IDisposable Together() => _keeper.Together();

    /// <inheritdoc/>
    public IStoredLab Replace(Func<FolderDiskStore, Lab> make) => StoreGuard.Run(_folder, () =>
    {
        _keeper.Flush();
        _isClosed = true;
        Lab.Keeper = null;
        IReadOnlyList<PlacedFile> files = Disks.Files;
        Lab.Dispose();
        var disks = new FolderDiskStore(_folder, _undo);
        disks.Adopt(files);
        foreach (PlacedFile file in files)
        {
            disks.Delete(file.Location);
        }

        return Make(_folder, disks, _undo, _database, make, _keeper.Image, _settings);
    });

    /// <inheritdoc/>
    public void Close()
    {
        if (_isClosed)
        {
            return;
        }

        try
        {
            Lab.WriteOwedBytes();
            _keeper.TakeImage();
        }
        finally
        {
            Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            Lab.Dispose();
            _keeper.Dispose();
        }
    }

    private static StoredLab Open(string folder, string? name, SqliteLabDatabase database, KeepingSettings settings)
    {
        StoredRecord record = database.Find() ?? throw new StoreDamageException("it names no lab.");
        StoredImage image = database.ReadImage();
        IReadOnlyList<StoredInput> inputs = database.ReadInputs();
        if (image.Inputs > inputs.Count)
        {
            throw new StoreDamageException($"its image has had {image.Inputs} inputs, and {inputs.Count} are there.");
        }

        UndoRollback.To(folder, image.Number);
        var undo = new UndoLog(folder, settings);
        var disks = new FolderDiskStore(folder, undo);
        Lab? lab = null;
        try
        {
            disks.Adopt(image.Files);
            undo.Begin(image.Number);
            using (TextReader text = image.Read())
            {
                lab = Lab.Resume(text, inputs.Take((int)image.Inputs).Select(static input => input.Entry), disks, name);
            }

            // What nobody looks at while it is repeated costs no file.
            disks.IsDeferring = true;
            Repeat(lab, inputs.Skip((int)image.Inputs), record.Applied, folder);
            disks.IsDeferring = false;
            return new StoredLab(folder, lab, disks, undo, database, image.Number, settings);
        }
        catch
        {
            lab?.Dispose();
            undo.Dispose();
            throw;
        }
    }

    private static void Repeat(Lab lab, IEnumerable<StoredInput> inputs, long applied, string folder)
    {
        try
        {
            foreach (StoredInput input in inputs)
            {
                lab.Repeat(input.Entry);
                if (lab.JournalHash != input.Hash)
                {
                    throw StoreErrors.Differs.For(folder, folder, $"input {lab.InputCount} has another hash.");
                }
            }

            lab.RepeatEvents(applied);
        }
        catch (LabException failure) when (failure.Error != StoreErrors.Differs)
        {
            throw StoreErrors.Differs.For(folder, folder, failure.Message);
        }
    }

    private static StoredLab Make(
        string folder,
        FolderDiskStore disks,
        UndoLog undo,
        SqliteLabDatabase database,
        Func<FolderDiskStore, Lab> make,
        long stretch,
        KeepingSettings settings)
    {
        Lab? lab = null;
        long number = stretch + 1;
        try
        {
            lab = make(disks);
            LabImage image = lab.TakeImage(disks.MakeWaiting);
            undo.Begin(number);
            var stored = StoredImage.Of(number, image, disks.Files);
            database.Create(lab.Name, lab.Seed, Earlier(lab), stored, lab.EventsApplied);
            UndoLog.Forget(folder, stretch);
            return new StoredLab(folder, lab, disks, undo, database, number, settings);
        }
        catch
        {
            lab?.Dispose();
            undo.Dispose();
            database.Dispose();
            throw;
        }
    }

    // What the journal hash was after each of them is not known any more; the image has the last.
    private static IReadOnlyList<KeptInput> Earlier(Lab lab) =>
        [.. lab.Journal.Select(static (entry, index) => new KeptInput(index + 1, entry, string.Empty, IsWhole: true))];
}
