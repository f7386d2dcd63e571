using HyperVLab.Engine;
using HyperVLab.Engine.Keeping;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Store.Undo;

namespace HyperVLab.Store;

/// <summary>
/// Keeps a lab while it goes on: its inputs as they come, and an image now and then, from which a lab whose process
/// died is brought back by giving it the inputs since.
/// </summary>
internal sealed class LabKeeper : ILabKeeper, IDisposable
{
    private readonly Lock _pendingLock = new();
    private readonly WriteTurns _turns = new();
    private readonly Lab _lab;
    private readonly FolderDiskStore _disks;
    private readonly UndoLog _undo;
    private readonly ILabDatabase _database;
    private readonly KeepingSettings _settings;
    private readonly string _place;
    private List<KeptInput> _pending = [];
    private List<KeptInput> _writing = [];
    private long _applied;
    private long _written;
    private long _recorded;
    private long _taken;
    private long _seenBeside;
    private long _stepsAtImage;
    private long _image;
    private int _together;
    private Exception? _failure;

    /// <summary>Begins to keep a lab.</summary>
    /// <param name="lab">The lab, of which all is kept so far.</param>
    /// <param name="disks">Its disks.</param>
    /// <param name="undo">What keeps its disks; the keeper disposes it.</param>
    /// <param name="database">Where it is kept; the keeper disposes it.</param>
    /// <param name="image">The number of its last image.</param>
    /// <param name="settings">How it is kept.</param>
    public LabKeeper(
        Lab lab, FolderDiskStore disks, UndoLog undo, ILabDatabase database, long image, KeepingSettings settings)
    {
        (_lab, _disks, _undo, _database, _settings, _image) = (lab, disks, undo, database, settings, image);
        _place = disks.Folder!;
        _applied = _written = lab.EventsApplied;
        _stepsAtImage = StepsOf(lab);
    }

    /// <summary>The number of its last image.</summary>
    public long Image => _image;

    /// <inheritdoc/>
    public void Record(KeptInput input)
    {
        lock (_pendingLock)
        {
            _pending.Add(input);
            _applied = input.Entry.EventsBefore;
            Interlocked.Increment(ref _recorded);
        }
    }

    /// <inheritdoc/>
    public void Applied(long count)
    {
        Interlocked.Exchange(ref _applied, count);
        Interlocked.Increment(ref _recorded);
    }

    /// <inheritdoc/>
    public void Flush()
    {
        DemandKept();
        if (_together == 0)
        {
            if (_lab.WritesBeside != Interlocked.Read(ref _seenBeside))
            {
                Interlocked.Increment(ref _recorded);
            }

            _turns.Share(Interlocked.Read(ref _recorded), () => Write(isImageDue: false));
        }
    }

    /// <summary>Writes nothing until what is returned is disposed, and then everything at once.</summary>
    public IDisposable Together()
    {
        Flush();
        Interlocked.Increment(ref _together);
        return new Group(this);
    }

    /// <summary>Takes an image now, so that opening the lab again repeats nothing.</summary>
    /// <exception cref="LabException">This computer refused.</exception>
    public void TakeImage()
    {
        DemandKept();
        if (Interlocked.Read(ref _recorded) != _taken || StepsOf(_lab) != _stepsAtImage || _undo.Length > 0)
        {
            _turns.Share(Interlocked.Increment(ref _recorded), () => Write(isImageDue: true));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _undo.Dispose();
        _database.Dispose();
    }

    private static long StepsOf(Lab lab) => lab.EventsApplied + lab.InputCount;

    private long Write(bool isImageDue)
    {
        DemandKept();
        Guard(() => WriteAll(isImageDue));
        return _taken;
    }

    private void WriteAll(bool isImageDue)
    {
        long beside = _lab.WritesBeside;
        isImageDue |= beside != _seenBeside || _undo.Length > _settings.UndoBytesToImage
            || StepsOf(_lab) - _stepsAtImage > _settings.StepsToImage || TakePending();
        if (!isImageDue)
        {
            _settings.BetweenWrites?.Invoke(false);
            _database.Append(_writing, _written, image: null);
            _settings.BetweenWrites?.Invoke(false);
            return;
        }

        IReadOnlyList<PlacedFile> files = [];
        LabImage image = _lab.TakeImage(() =>
        {
            TakePending();
            _disks.MakeWaiting();
            files = _disks.Files;
            _undo.Begin(_image + 1);
        });
        _database.Append(_writing, _written, StoredImage.Of(_image + 1, image, files));
        _settings.BetweenWrites?.Invoke(false);
        UndoLog.Forget(_place, _image);
        Interlocked.Exchange(ref _seenBeside, beside);
        (_image, _stepsAtImage) = (_image + 1, image.EventsApplied + image.Inputs);
    }

    // Whether one of them cannot be repeated.
    private bool TakePending()
    {
        lock (_pendingLock)
        {
            if (_writing.Count == 0)
            {
                (_pending, _writing) = (_writing, _pending);
            }
            else
            {
                _writing.AddRange(_pending);
                _pending.Clear();
            }

            // In this order: what was applied by then is never less than what the number says.
            _taken = Interlocked.Read(ref _recorded);
            _written = Interlocked.Read(ref _applied);
            return _writing.Exists(static input => !input.IsWhole);
        }
    }

    private void DemandKept()
    {
        if (_failure is { } before)
        {
            throw StoreErrors.NotKept.For(_lab.Name, _place, before.Message);
        }
    }

    private void Guard(Action work)
    {
        try
        {
            work();
            _writing.Clear();
        }
        catch (Exception failure) when (failure is not LabException)
        {
            // What the lab did since is in memory only: to go on would promise what is not kept.
            _failure = failure;
            throw StoreErrors.NotKept.For(_lab.Name, _place, failure.Message);
        }
    }

    private sealed class Group(LabKeeper keeper) : IDisposable
    {
        public void Dispose()
        {
            Interlocked.Decrement(ref keeper._together);
            keeper.Flush();
        }
    }
}
