using System.Text;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Management;

/// <summary>Says what a file in the library is.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="PlugAndPlayIds">The devices that a driver package is for.</param>
internal sealed record LibraryContent(LibraryResourceKind Kind, IReadOnlyList<string> PlugAndPlayIds)
{
    private static readonly string[] s_scripts = [".ps1", ".sql", ".xml"];

    /// <summary>What a file is, by its name, and for setup information by what it says; null for nothing.</summary>
    public static LibraryContent? KindOf(LabState lab, StoredFile file)
    {
        if (VirtualDiskFiles.Find(lab, file.Key) is not null)
        {
            return Ends(file, ".vhd") || Ends(file, ".vhdx") ? Of(LibraryResourceKind.VirtualHardDisk) : null;
        }

        if (file.Kind != StoredFileKind.Content)
        {
            return null;
        }

        return Ends(file, ".iso") ? Of(LibraryResourceKind.ISO)
            : s_scripts.Any(extension => Ends(file, extension)) ? Of(LibraryResourceKind.Script)
            : Ends(file, ".inf") ? SetupInformation(lab, file)
            : null;
    }

    /// <summary>A small text file of the library; null where it is too long, no text, or cannot be read now.</summary>
    public static string? TextOf(LabState lab, StoredFile file)
    {
        if (file.SizeBytes > LibrarySettings.MaximumTextFileBytes || file.Kind != StoredFileKind.Content)
        {
            return null;
        }

        try
        {
            using var reader = new StreamReader(
                new MemoryStream(ContentFiles.ReadAll(lab, file)),
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            return reader.ReadToEnd();
        }
        catch (Exception failure) when (failure is DiskStoreException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static LibraryContent SetupInformation(LabState lab, StoredFile file) =>
        TextOf(lab, file) is { } text && DriverInformation.Read(text) is { } driver
            ? new LibraryContent(LibraryResourceKind.DriverPackage, driver)
            : Of(LibraryResourceKind.Script);

    private static LibraryContent Of(LibraryResourceKind kind) => new(kind, []);

    private static bool Ends(StoredFile file, string extension) =>
        file.Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
