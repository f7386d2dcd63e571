using System.Globalization;
using HyperVLab.Engine.Keeping;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Mounting;
using HyperVLab.Objects;

namespace HyperVLab.Session;

/// <summary>A lab as the module holds it: the lab itself, its clock, and the PowerShell jobs that watch it.</summary>
internal sealed class LabHandle : IDisposable
{
    private readonly Lock _guard = new();
    private readonly List<LabBackgroundJob> _watching = [];
    private TimeSpan _exportedAt;
    private LabFolder _folder;
    private IStoredLab? _stored;
    private int _pumps;

    /// <summary>Takes over a lab.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="folder">Where its disks are.</param>
    /// <param name="stored">What keeps it; null for nobody.</param>
    public LabHandle(Engine.Lab lab, LabFolder folder, IStoredLab? stored = null)
    {
        Whole = lab;
        _stored = stored;
        Lab = new SessionLab(this);
        _folder = folder;
        Clock = new LabClock(this);
        Info = new LabInfo(this);
        Mounts = new LabMounts(this);
    }

    /// <summary>The lab as this runspace's account sees it: what cmdlets and objects read.</summary>
    public SessionLab Lab { get; }

    /// <summary>The whole lab, for what no account asks for: its clock, its mounts, its files.</summary>
    public Engine.Lab Whole { get; private set; }

    /// <summary>The folder of its disks on this computer.</summary>
    public string Path => _folder.Path;

    /// <summary>What moves its time.</summary>
    public LabClock Clock { get; }

    /// <summary>What this process offers of its mounted disks.</summary>
    public LabMounts Mounts { get; private set; }

    /// <summary>Its checkpoints, which are in its folder.</summary>
    public LabCheckpoints Checkpoints => new(System.IO.Path.Combine(Path, LabCheckpoints.FolderName));

    /// <summary>What Get-Lab writes.</summary>
    public LabInfo Info { get; }

    /// <summary>Where the lab was exported to, or imported from, last; null where it never was.</summary>
    public string? ExportedTo { get; private set; }

    /// <summary>Whether the lab is kept in its folder.</summary>
    public bool IsStored => _stored is not null;

    /// <summary>What of the lab is there when this process has ended.</summary>
    public string Survives => IsStored ? $"all of it: Open-Lab {Path}" : ExportedTo is { } export
        ? $"what was exported to {export} at {_exportedAt.ToString("c", CultureInfo.InvariantCulture)}"
        : "nothing: Export-Lab keeps it";

    /// <summary>Whether somebody is taking the lab's events at the moment.</summary>
    public bool IsPumped => _pumps > 0 || Clock.Mode == LabClockMode.Follow;

    /// <summary>Remembers that the lab as it is now is kept in a file.</summary>
    public void Keep(string export)
    {
        ExportedTo = export;
        _exportedAt = Lab.Now;
    }

    /// <summary>Hands a request to the lab, for whoever this runspace says is asking.</summary>
    /// <exception cref="LabException">It was refused.</exception>
    public JobView Send(LabRequest request)
    {
        Clock.CatchUp();
        try
        {
            return Lab.Send(request);
        }
        finally
        {
            Tell();
        }
    }

    /// <summary>Brings the lab back to a checkpoint; what refers to it goes on with what it is then.</summary>
    /// <param name="checkpoint">The checkpoint's name.</param>
    /// <exception cref="LabException">It cannot be read, or this computer refused: the lab is as it was.</exception>
    public void Restore(string checkpoint)
    {
        Checkpoints.Demand(checkpoint);
        Engine.Lab before = Whole;
        Mounts.Dispose();
        if (_stored is { } stored)
        {
            RestoreKept(stored, checkpoint);
        }
        else
        {
            RestoreHere(checkpoint);
        }

        Whole.Follow(before);
        Mounts = new LabMounts(this);
        Clock.Reanchor();
        Tell();
    }

    /// <summary>Says that somebody takes events until what is returned is disposed.</summary>
    public IDisposable BeginPump() => new Pump(this);

    /// <summary>Lets every PowerShell job of this lab see what has changed.</summary>
    public void Tell()
    {
        Mounts.Follow();
        LabBackgroundJob[] watching;
        lock (_guard)
        {
            if (_watching.Count == 0)
            {
                return;
            }

            watching = [.. _watching];
        }

        foreach (LabBackgroundJob job in watching)
        {
            job.Refresh();
        }

        lock (_guard)
        {
            _watching.RemoveAll(static job => job.HasEnded);
        }
    }

    /// <summary>Keeps a PowerShell job up to date from now on.</summary>
    public void Watch(LabBackgroundJob job)
    {
        lock (_guard)
        {
            _watching.Add(job);
        }

        Tell();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Clock.Dispose();
        Mounts.Dispose();
        try
        {
            if (_stored is { } stored)
            {
                stored.Close();
            }
            else
            {
                Whole.Dispose();
            }
        }
        finally
        {
            _folder.Dispose();
        }
    }

    private void RestoreKept(IStoredLab stored, string checkpoint)
    {
        string name = Whole.Name;
        try
        {
            Enter(stored.Replace(disks => Checkpoints.Read(checkpoint, disks, name)));
        }
        catch (LabException)
        {
            Enter(StoreContext.Store.Open(Path, name));
            throw;
        }
    }

    private void RestoreHere(string checkpoint)
    {
        LabFolder folder = LabFolder.Temporary(Whole.Name);
        Engine.Lab lab;
        try
        {
            lab = Checkpoints.Read(checkpoint, new FolderDiskStore(folder.Path), Whole.Name);
        }
        catch (LabException)
        {
            folder.Dispose();
            throw;
        }

        folder.TakeFrom(_folder, LabCheckpoints.FolderName);
        Whole.Dispose();
        _folder.Dispose();
        (Whole, _folder) = (lab, folder);
    }

    private void Enter(IStoredLab stored) => (_stored, Whole) = (stored, stored.Lab);

    private sealed class Pump : IDisposable
    {
        private readonly LabHandle _handle;

        public Pump(LabHandle handle)
        {
            _handle = handle;
            Interlocked.Increment(ref handle._pumps);
            handle.Tell();
        }

        public void Dispose()
        {
            Interlocked.Decrement(ref _handle._pumps);
            _handle.Tell();
        }
    }
}
