using HyperVLab.Engine.Compute;

namespace HyperVLab.Objects;

/// <summary>What the bytes of a disk prove of what a guest was told, as Test-LabWorkload writes it.</summary>
public sealed class WorkloadTest
{
    private readonly WorkloadProof _proof;

    internal WorkloadTest(WorkloadProof proof) => _proof = proof;

    /// <summary>The virtual machine; empty where only the disk is known.</summary>
    public string? VMName => _proof.VMName;

    /// <summary>The virtual hard disk that was read, with its parents.</summary>
    public string Path => _proof.Path;

    /// <summary>What wrote there.</summary>
    public WorkloadKind Kind => _proof.Kind;

    /// <summary>How many operations the guest was told are durable; empty where only the disk is known.</summary>
    public long? Acknowledged => _proof.Acknowledged;

    /// <summary>How many are on the disk, from the first without a gap.</summary>
    public long Durable => _proof.Durable;

    /// <summary>How many acknowledged operations are not, or were not when the guest looked.</summary>
    public long Lost => _proof.Lost;

    /// <summary>How many records are or were there in part, which nobody was told are there.</summary>
    public int Torn => _proof.Torn;

    /// <summary>Whether nothing is lost, and all that is there fits together.</summary>
    public bool IsConsistent => _proof.IsConsistent;

    /// <summary>What is wrong, or that nothing is.</summary>
    public string Detail => _proof.Detail;

    /// <summary>Whose it is, and what is wrong.</summary>
    public override string ToString() => $"{VMName ?? Path}: {Detail}";
}
