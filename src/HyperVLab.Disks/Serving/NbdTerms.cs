namespace HyperVLab.Disks.Serving;

/// <summary>What a client and the server agreed on before the first request.</summary>
internal sealed class NbdTerms
{
    /// <summary>The number that stands for base:allocation in answers.</summary>
    public const uint AllocationContext = 1;

    private const ushort HasFlags = 1 << 0;
    private const ushort ReadOnly = 1 << 1;
    private const ushort SendFlush = 1 << 2;
    private const ushort SendForceUnitAccess = 1 << 3;
    private const ushort SendTrim = 1 << 5;
    private const ushort SendWriteZeroes = 1 << 6;
    private const ushort SendDoNotFragment = 1 << 7;
    private const ushort CanMultiConnect = 1 << 8;
    private const ushort SendCache = 1 << 10;
    private const ushort SendFastZero = 1 << 11;

    /// <summary>Whether 124 zeros are left out after an answer of the old kind.</summary>
    public bool NoZeroes { get; set; }

    /// <summary>Whether answers come in parts.</summary>
    public bool StructuredReplies { get; set; }

    /// <summary>Whether the client may ask what is allocated.</summary>
    public bool KnowsStatus { get; set; }

    /// <summary>
    /// What an export can do. Several connections are safe: all use one disk, and a flush is of all of them.
    /// </summary>
    public ushort FlagsOf(DiskExport export)
    {
        var flags = HasFlags | SendFlush | SendForceUnitAccess | CanMultiConnect | SendCache;
        flags |= export.IsReadOnly ? ReadOnly : SendTrim | SendWriteZeroes | SendFastZero;
        return (ushort)(flags | (StructuredReplies ? SendDoNotFragment : 0));
    }
}
