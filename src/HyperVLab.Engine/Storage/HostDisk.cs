using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;


/// <summary>
/// A disk as one computer's Windows shows it: a LUN on one path, or on all its paths once MPIO has claimed it.
/// </summary>
public sealed class HostDisk : IEntity<HostDisk>
{
    internal HostDisk(
        Key<HostDisk> key,
        Key<PhysicalComputer> computer,
        Key<Lun> lun,
        Key<StoragePath>? path,
        int number,
        bool isOffline)
    {
        Key = key;
        Computer = computer;
        Lun = lun;
        Path = path;
        Number = number;
        IsOffline = isOffline;
    }

    /// <inheritdoc/>
    public Key<HostDisk> Key { get; private set; }

    /// <summary>Whose Windows shows it.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>What it is.</summary>
    public Key<Lun> Lun { get; private set; }

    /// <summary>The one path on which it was found; null where MPIO claimed it or it is built in.</summary>
    public Key<StoragePath>? Path { get; private set; }

    /// <summary>The disk number.</summary>
    public int Number { get; private set; }

    /// <summary>Whether Windows leaves it alone, as it does with newly found shared disks (SAN policy).</summary>
    public bool IsOffline { get; private set; }

    /// <summary>Whether writing to it is refused.</summary>
    public bool IsReadOnly { get; private set; }

    /// <summary>Lets MPIO have it: from now on it stands for all paths.</summary>
    internal void Claim() => Path = null;

    /// <summary>MPIO gives it up: it stands for one path.</summary>
    internal void Release(Key<StoragePath> path) => Path = path;

    /// <summary>Brings it online or takes it offline.</summary>
    internal void SetOffline(bool isOffline) => IsOffline = isOffline;

    /// <summary>Refuses writing, or allows it.</summary>
    internal void SetReadOnly(bool isReadOnly) => IsReadOnly = isReadOnly;
}
