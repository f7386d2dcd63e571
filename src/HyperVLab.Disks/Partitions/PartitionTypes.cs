namespace HyperVLab.Disks.Partitions;

/// <summary>
/// What the common types of partitions are called. The GUIDs are those of winioctl.h, the UEFI specification and
/// the Discoverable Partitions Specification.
/// </summary>
internal static class PartitionTypes
{
    private const string Unknown = "Unknown";

    private static readonly Dictionary<byte, string> _codes = new()
    {
        [0x01] = "FAT12",
        [0x04] = "FAT16",
        [0x05] = "Extended",
        [0x06] = "FAT16",
        [0x07] = "NTFS or exFAT",
        [0x0B] = "FAT32",
        [0x0C] = "FAT32",
        [0x0E] = "FAT16",
        [0x0F] = "Extended",
        [0x11] = "Hidden FAT12",
        [0x14] = "Hidden FAT16",
        [0x16] = "Hidden FAT16",
        [0x17] = "Hidden NTFS",
        [0x1B] = "Hidden FAT32",
        [0x1C] = "Hidden FAT32",
        [0x27] = "Windows recovery",
        [0x42] = "Windows dynamic disk",
        [0x82] = "Linux swap",
        [0x83] = "Linux file system",
        [0x85] = "Linux extended",
        [0x8E] = "Linux LVM",
        [0xA5] = "FreeBSD",
        [0xA6] = "OpenBSD",
        [0xA8] = "Apple UFS",
        [0xAB] = "Apple boot",
        [0xAF] = "Apple HFS",
        [0xBF] = "Solaris",
        [0xDA] = "Data without a file system",
        [0xEE] = "GPT",
        [0xEF] = "EFI system",
        [0xFD] = "Linux RAID",
    };

    private static readonly Dictionary<Guid, string> _identifiers = new()
    {
        [new("C12A7328-F81F-11D2-BA4B-00A0C93EC93B")] = "EFI system",
        [new("E3C9E316-0B5C-4DB8-817D-F92DF00215AE")] = "Microsoft reserved",
        [new("EBD0A0A2-B9E5-4433-87C0-68B6B72699C7")] = "Basic data",
        [new("DE94BBA4-06D1-4D40-A16A-BFD50179D6AC")] = "Windows recovery",
        [new("5808C8AA-7E8F-42E0-85D2-E1E90434CFB3")] = "Windows dynamic disk metadata",
        [new("AF9B60A0-1431-4F62-BC68-3311714A69AD")] = "Windows dynamic disk data",
        [new("E75CAF8F-F680-4CEE-AFA3-B001E56EFC2D")] = "Storage Spaces",
        [new("DB97DBA9-0840-4BAE-97F0-FFB9A327C7E1")] = "Cluster metadata",
        [new("0FC63DAF-8483-4772-8E79-3D69D8477DE4")] = "Linux file system",
        [new("44479540-F297-41B2-9AF7-D131D5F0458A")] = "Linux root (x86)",
        [new("4F68BCE3-E8CD-4DB1-96E7-FBCAF984B709")] = "Linux root (x64)",
        [new("933AC7E1-2EB4-4F13-B844-0E14E2AEF915")] = "Linux home",
        [new("BC13C2FF-59E6-4262-A352-B275FD6F7172")] = "Linux boot",
        [new("0657FD6D-A4AB-43C4-84E5-0933C84B4F4F")] = "Linux swap",
        [new("E6D6D379-F507-44C2-A23C-238F2A3DF928")] = "Linux LVM",
        [new("A19D880F-05FC-4D3B-A006-743F0F84911E")] = "Linux RAID",
        [new("21686148-6449-6E6F-744E-656564454649")] = "BIOS boot",
        [new("024DEE41-33E7-11D3-9D69-0008C781F39F")] = "MBR scheme",
        [new("48465300-0000-11AA-AA11-00306543ECAC")] = "Apple HFS",
        [new("7C3457EF-0000-11AA-AA11-00306543ECAC")] = "Apple APFS",
        [new("516E7CB4-6ECF-11D6-8FF8-00022D09712B")] = "FreeBSD data",
        [new("516E7CB6-6ECF-11D6-8FF8-00022D09712B")] = "FreeBSD UFS",
        [new("516E7CBA-6ECF-11D6-8FF8-00022D09712B")] = "FreeBSD ZFS",
    };

    // Of what starts in such a partition more may be elsewhere, in an order that only its own tables know.
    private static readonly HashSet<string> _parts = new(StringComparer.OrdinalIgnoreCase)
    {
        "0x42",
        "0x8E",
        "0xFD",
        "5808C8AA-7E8F-42E0-85D2-E1E90434CFB3",
        "AF9B60A0-1431-4F62-BC68-3311714A69AD",
        "E75CAF8F-F680-4CEE-AFA3-B001E56EFC2D",
        "E6D6D379-F507-44C2-A23C-238F2A3DF928",
        "A19D880F-05FC-4D3B-A006-743F0F84911E",
    };

    /// <summary>Whether volumes in partitions of a type may go on elsewhere: dynamic disks, RAID, pools.</summary>
    public static bool MayGoOnElsewhere(string typeCode) => _parts.Contains(typeCode);

    /// <summary>What a code of a master boot record means.</summary>
    public static string Of(byte code) => _codes.GetValueOrDefault(code, Unknown);

    /// <summary>What a type of a GPT means.</summary>
    public static string Of(Guid identifier) => _identifiers.GetValueOrDefault(identifier, Unknown);
}
