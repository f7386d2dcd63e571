using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;


/// <summary>
/// A logical unit of an array, and what stands on it beyond the bytes of files: its partition table's kind.
/// </summary>
public sealed partial class Lun : IEntity<Lun>, INamed
{
    internal Lun(Key<Lun> key, Key<StorageArray> array, string name, long sizeBytes, string serialNumber)
    {
        Key = key;
        Array = array;
        Name = name;
        SizeBytes = sizeBytes;
        SerialNumber = serialNumber;
    }

    /// <inheritdoc/>
    public Key<Lun> Key { get; private set; }

    /// <summary>The array that it is part of.</summary>
    public Key<StorageArray> Array { get; private set; }

    /// <summary>Its name in the array, unique in the lab.</summary>
    public string Name { get; private set; }

    /// <summary>Its size in bytes.</summary>
    public long SizeBytes { get; private set; }

    /// <summary>By which every computer knows it as the same disk.</summary>
    public string SerialNumber { get; private set; }

    /// <summary>How it is divided.</summary>
    public PartitionStyle PartitionStyle { get; private set; }

    /// <summary>The signature of its master boot record, or the identifier of its GUID table; null while RAW.</summary>
    public string? Signature { get; private set; }

    /// <summary>
    /// The computer that holds the persistent reservation: nobody else gets to it but through a shared volume.
    /// </summary>
    public Key<PhysicalComputer>? ReservedBy { get; private set; }

    /// <summary>Whether it is a cluster's disk.</summary>
    public bool IsClustered { get; private set; }

    /// <summary>
    /// Whether it is a cluster shared volume: every node reads and writes it, the reservation's holder coordinates.
    /// </summary>
    public bool IsSharedVolume { get; private set; }

    /// <summary>How many faults take it from every computer.</summary>
    public int LostFaults { get; private set; }

    /// <summary>The computers from which a fault takes it, each once for every such fault.</summary>
    public IReadOnlyList<Key<PhysicalComputer>> LostTo { get; private set; } = [];

    /// <summary>Whether it is gone from every computer.</summary>
    public bool IsLost => LostFaults > 0;

    /// <summary>How many faults keep its array's pool from giving it any more room.</summary>
    public int FullFaults { get; private set; }

    /// <summary>Whether what is written to it and needs new room fails: its thin pool is exhausted.</summary>
    public bool IsFull => FullFaults > 0;

    /// <summary>By how much faults let every transfer take longer, all together.</summary>
    public TimeSpan FaultDelay { get; private set; }

    /// <summary>How many of a hundred transfers each fault lets fail, added up; it may be above a hundred.</summary>
    public int FaultErrors { get; private set; }

    /// <summary>
    /// Whether a guest to which it was given whole has written to it: its bytes are kept then, as a raw image.
    /// </summary>
    public bool HasContent { get; private set; }

    /// <summary>How many of a hundred transfers fail.</summary>
    public int FaultErrorPercent => Math.Min(100, FaultErrors);

    /// <summary>Its computer has another name.</summary>
    internal void Rename(string name) => Name = name;

    /// <summary>Divides it.</summary>
    internal void Initialise(PartitionStyle style, string signature)
    {
        PartitionStyle = style;
        Signature = signature;
    }

    /// <summary>Gives the reservation to a computer, or to none.</summary>
    internal void Reserve(Key<PhysicalComputer>? computer) => ReservedBy = computer;

    /// <summary>Makes it a cluster's disk.</summary>
    internal void JoinCluster() => IsClustered = true;

    /// <summary>Makes it an ordinary disk again.</summary>
    internal void LeaveCluster()
    {
        IsClustered = false;
        IsSharedVolume = false;
        ReservedBy = null;
        ForgetSharing();
    }

    /// <summary>Makes it a cluster shared volume, or an ordinary cluster disk again.</summary>
    internal void Share(bool isSharedVolume)
    {
        IsSharedVolume = isSharedVolume;
        ForgetSharing();
    }

    /// <summary>A guest has written to it, or what it wrote is gone.</summary>
    internal void KeepContent(bool hasContent) => HasContent = hasContent;

    /// <summary>Whether faults take it from a computer.</summary>
    internal bool IsLostTo(Key<PhysicalComputer> computer) => IsLost || LostTo.Contains(computer);

    /// <summary>One fault more, or one less, takes it from computers; where none are given, from every one.</summary>
    internal void Lose(bool loses, IReadOnlyList<Key<PhysicalComputer>> computers)
    {
        LostFaults += computers.Count > 0 ? 0 : loses ? 1 : -1;
        List<Key<PhysicalComputer>> rest = [.. LostTo];
        foreach (Key<PhysicalComputer> computer in computers)
        {
            if (loses)
            {
                rest.Add(computer);
            }
            else
            {
                rest.Remove(computer);
            }
        }

        LostTo = rest;
    }

    /// <summary>One fault more, or one less, keeps it from getting more room.</summary>
    internal void Fill(bool fills) => FullFaults += fills ? 1 : -1;

    /// <summary>Every transfer takes longer, or less where negative.</summary>
    internal void Slow(TimeSpan delay) => FaultDelay += delay;

    /// <summary>So many more of a hundred transfers fail, or fewer where negative.</summary>
    internal void Err(int percent) => FaultErrors += percent;
}
