namespace HyperVLab.Disks.Vhdx;

/// <summary>A row of the metadata table.</summary>
/// <param name="Identifier">What the item is.</param>
/// <param name="Offset">Where its bytes stand, from the start of the region; 0 if it has none.</param>
/// <param name="LengthBytes">How many bytes it has.</param>
/// <param name="Flags">Bit 0: a user's, 1: of the virtual disk rather than the file, 2: required.</param>
internal readonly record struct VhdxMetadataItem(Guid Identifier, uint Offset, uint LengthBytes, uint Flags)
{
    /// <summary>The flag of an item that a reader must know.</summary>
    public const uint Required = 4;

    /// <summary>The flag of an item that belongs to the virtual disk.</summary>
    public const uint OfVirtualDisk = 2;

    /// <summary>Whether a user put it there: its identifier means nothing to us.</summary>
    public bool IsUsers => (Flags & 1) != 0;

    /// <summary>Whether a reader that does not know it must refuse the file.</summary>
    public bool IsRequired => (Flags & Required) != 0;

    /// <summary>The first byte after it, from the start of the region.</summary>
    public long End => (long)Offset + LengthBytes;
}
