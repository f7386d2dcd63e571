using System.Globalization;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Session;

/// <summary>The folder of this computer in which a lab's disks are.</summary>
internal sealed class LabFolder : IDisposable
{
    private readonly bool _isOurs;

    private LabFolder(string path, bool isOurs)
    {
        Path = path;
        _isOurs = isOurs;
    }

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>A folder that somebody chose for a new lab; it stays when the lab is removed.</summary>
    /// <exception cref="LabException">There is something in it.</exception>
    public static LabFolder At(string path)
    {
        DemandEmpty(path);
        return new LabFolder(path, isOurs: false);
    }

    /// <summary>The folder of a lab that is kept.</summary>
    public static LabFolder Of(string path) => new(System.IO.Path.GetFullPath(path), isOurs: false);

    /// <summary>Refuses to export to a folder that holds anything but an earlier export.</summary>
    /// <exception cref="LabException">It does.</exception>
    public static void DemandExport(string path)
    {
        if (!File.Exists(System.IO.Path.Combine(path, "lab.json")))
        {
            DemandEmpty(path);
        }
    }

    /// <summary>A folder of this process' own under the system's for temporary files, deleted with the lab.</summary>
    public static LabFolder Temporary(string labName)
    {
        string process = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        string prefix = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "HyperVLab", $"{process}-{labName}");
        string path = prefix;
        for (int number = 2; Directory.Exists(path); number++)
        {
            path = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number}");
        }

        return new LabFolder(path, isOurs: true);
    }

    /// <summary>Takes over a folder that is in another one; where it is not there, nothing.</summary>
    public void TakeFrom(LabFolder other, string name)
    {
        string from = System.IO.Path.Combine(other.Path, name);
        if (Directory.Exists(from))
        {
            Directory.CreateDirectory(Path);
            Directory.Move(from, System.IO.Path.Combine(Path, name));
        }
    }

    /// <summary>Takes away what is in it: the making of a lab was refused, and it was empty before.</summary>
    public void Empty() => Delete();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isOurs)
        {
            Delete();
        }
    }

    private void Delete()
    {
        if (!Directory.Exists(Path))
        {
            return;
        }

        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            // Somebody has a disk open; the system empties its folder for temporary files some day.
        }
    }

    private static void DemandEmpty(string path)
    {
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
        {
            throw ModuleErrors.FolderInUse.For(path, path);
        }
    }
}
