using System.Security.Cryptography;

namespace HyperVLab.Disks.Vhdx;

/// <summary>The identifiers that [MS-VHDX] gives regions and metadata, and how those of a file are drawn.</summary>
internal static class VhdxIdentifiers
{
    /// <summary>The region of the block allocation table.</summary>
    public static readonly Guid BlockTableRegion = new("2dc27766-f623-4200-9d64-115e9bfd4a08");

    /// <summary>The region of the metadata.</summary>
    public static readonly Guid MetadataRegion = new("8b7ca206-4790-4b9a-b8fe-575f050f886e");

    /// <summary>Block size and flags.</summary>
    public static readonly Guid FileParameters = new("caa16737-fa36-4d43-b3b6-33f0aa44e76b");

    /// <summary>The size of the disk.</summary>
    public static readonly Guid VirtualDiskSize = new("2fa54224-cd1b-4876-b211-5dbed83bf4b8");

    /// <summary>The disk's identifier, which a guest sees in SCSI page 83.</summary>
    public static readonly Guid Page83Data = new("beca12ab-b2e6-4523-93ef-c309e000c746");

    /// <summary>The logical sector size.</summary>
    public static readonly Guid LogicalSectorSize = new("8141bf1d-a96f-4709-ba47-f233a8faab5f");

    /// <summary>The physical sector size.</summary>
    public static readonly Guid PhysicalSectorSize = new("cda348c7-445d-4471-9cc9-e9885251c556");

    /// <summary>What a differencing disk says of its parent.</summary>
    public static readonly Guid ParentLocator = new("a8d35f2d-b30b-454d-abf7-d3d84834ab0c");

    /// <summary>The only type of parent locator: the parent is a VHDX file.</summary>
    public static readonly Guid ParentLocatorType = new("b04aefb7-d19e-4a81-b789-25b8e9445913");

    /// <summary>The mark of a file whose making was not finished (openvmm, vhdx/src/format.rs).</summary>
    public static readonly Guid IncompleteFile = new("71cc85f0-1b69-4e28-9558-c3bf83ae75d3");

    /// <summary>Further items that Hyper-V may require: geometry, and labels of persistent memory (openvmm).</summary>
    public static readonly Guid[] Harmless =
    [
        new("da02d7bc-3d3a-423c-ac88-2a36ab21479b"), new("10e1ae8a-4b7e-4169-a40f-cd70de928393"),
    ];

    /// <summary>Draws an identifier from another, always the same one for the same arguments.</summary>
    /// <param name="origin">The identifier that it comes from.</param>
    /// <param name="purpose">What it is for.</param>
    /// <param name="number">A number that makes it unlike others of that origin and purpose.</param>
    /// <param name="content">Bytes that make two files of one origin unlike once they differ.</param>
    public static Guid Derive(Guid origin, string purpose, ulong number = 0, ReadOnlySpan<byte> content = default)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(origin.ToByteArray());
        hash.AppendData(BitConverter.GetBytes(number));
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(purpose));
        hash.AppendData(content);
        var bytes = hash.GetHashAndReset().AsSpan(0, 16);

        // The marks of a random identifier (RFC 9562, version 4), which is what other writers put here.
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }
}
