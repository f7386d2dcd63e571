namespace HyperVLab.Disks.Vhdx;

/// <summary>A row of the block allocation table: a state, and a place in the file in whole MB.</summary>
/// <param name="Value">The row as it stands in the file.</param>
internal readonly record struct VhdxEntry(ulong Value)
{
    /// <summary>How many bytes a row has.</summary>
    public const int LengthBytes = 8;

    private const ulong StateBits = 7;
    private const ulong ReservedBits = 0xFFFF8;

    /// <summary>Makes a row.</summary>
    /// <param name="state">What it says.</param>
    /// <param name="offset">Where the block stands in the file, a multiple of 1 MB.</param>
    public VhdxEntry(VhdxBlockState state, long offset)
        : this((ulong)state | (ulong)offset)
    {
    }

    /// <summary>What it says of its block.</summary>
    public VhdxBlockState State => (VhdxBlockState)(Value & StateBits);

    /// <summary>Where the block stands in the file.</summary>
    public long Offset => (long)(Value & ~(StateBits | ReservedBits));

    /// <summary>Whether the block has a place in the file.</summary>
    public bool IsAllocated => State >= VhdxBlockState.FullyPresent;

    /// <summary>Whether the block reads as zeros, whatever a parent holds.</summary>
    public bool IsZeros => State is VhdxBlockState.Zero or VhdxBlockState.Unmapped or VhdxBlockState.Undefined;

    /// <summary>Whether the format knows such rows.</summary>
    public bool IsKnown => (Value & ReservedBits) == 0 && (Value & StateBits) is not (4 or 5);
}
