using System.Runtime.Versioning;

namespace HyperVLab.Disks.Tests.FileSystems;

/// <summary>A raw image of a volume that this computer's own drivers have mounted; needs root and FUSE.</summary>
[SupportedOSPlatform("linux")]
internal sealed class MountedImage : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private bool _isMounted;

    /// <summary>Makes an image with a program; the image's path is put after its arguments.</summary>
    public MountedImage(long sizeBytes, string make, params string[] arguments)
    {
        ImagePath = _folder["volume.raw"];
        using (var file = File.Create(ImagePath))
        {
            file.SetLength(sizeBytes);
        }

        var (code, _, error) = Tools.Run(Tools.Need(make), [.. arguments, ImagePath]);
        Assert.True(code == 0, error);
    }

    public string ImagePath { get; }

    /// <summary>Where the files are while the image is mounted.</summary>
    public string Path => _folder["mounted"];

    /// <summary>Mounts the image, or skips the test.</summary>
    public void Mount(string program, params string[] arguments)
    {
        Assert.SkipUnless(Environment.UserName == "root" && File.Exists("/dev/fuse"), "Only root with FUSE can mount.");
        Directory.CreateDirectory(Path);
        var (code, _, error) = Tools.Run(Tools.Need(program), [.. arguments, ImagePath, Path]);
        Assert.SkipUnless(code == 0, $"{program} could not mount the image: {error}");
        _isMounted = true;
    }

    public void Unmount()
    {
        if (_isMounted)
        {
            _isMounted = false;
            var (code, _, error) = Tools.Run(Tools.Need("umount"), Path);
            Assert.True(code == 0, error);
        }
    }

    public void Dispose()
    {
        Unmount();
        _folder.Dispose();
    }
}
