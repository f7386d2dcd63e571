using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// A file in memory that is not filled before somebody opens it: a thousand disks nobody looks at cost nothing.
/// </summary>
internal sealed class WaitingFile(Action<IDiskFile> fill)
{
    private Action<IDiskFile>? _fill = fill;

    /// <summary>The file, filled.</summary>
    public MemoryDiskFile Content
    {
        get
        {
            if (_fill is { } work)
            {
                var content = new MemoryDiskFile();
                work(content);
                (field, _fill) = (content, null);
            }

            return field!;
        }
    }
}
