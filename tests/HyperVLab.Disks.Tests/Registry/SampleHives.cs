using HyperVLab.Disks.Tests.Corpus;

namespace HyperVLab.Disks.Tests.Registry;

/// <summary>Hives of a real Windows, from the samples beside the repository.</summary>
internal static class SampleHives
{
    /// <summary>The path of a sample; skips the test if it is not there.</summary>
    public static string Need(string name)
    {
        Assert.SkipWhen(SharedCorpus.Folder is null, "The samples shared/disks/samples are not on this computer.");
        var path = Path.GetFullPath(Path.Combine(SharedCorpus.Folder!, "..", "samples", "hives", name));
        Assert.SkipUnless(File.Exists(path), $"{path} is not there.");
        return path;
    }

    public static byte[] Bytes(string name) => File.ReadAllBytes(Need(name));
}
