namespace HyperVLab.Disks.Vhd;

/// <summary>One of the eight entries of a dynamic header that say where a text naming the parent stands.</summary>
/// <param name="Code">The kind of text: four ASCII characters, for instance <see cref="W2ku"/>; 0 if unused.</param>
/// <param name="SpaceBytes">The room kept for the text; the specification counts sectors, Windows bytes, so ignore
/// it.</param>
/// <param name="LengthBytes">The length of the text in bytes.</param>
/// <param name="Offset">Where the text stands in the file, in bytes.</param>
public readonly record struct VhdParentLocator(uint Code, uint SpaceBytes, uint LengthBytes, ulong Offset)
{
    /// <summary>"W2ku": a full Windows path, UTF-16 little-endian.</summary>
    public const uint W2ku = 0x57326B75;

    /// <summary>"W2ru": a Windows path from the child's folder, UTF-16 little-endian.</summary>
    public const uint W2ru = 0x57327275;
}
