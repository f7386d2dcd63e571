using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// A file in memory that is not filled before somebody opens it: a thousand disks nobody looks at cost nothing.
/// </summary>
internal sealed class WaitingFile
{
    private readonly Lock _lock = new();
    private readonly WaitingFile? _source;
    private Func<MemoryDiskFile>? _make;
    private MemoryDiskFile? _content;

    /// <summary>A file that is filled on first use.</summary>
    /// <param name="fill">Writes the whole content into an empty file.</param>
    public WaitingFile(Action<IDiskFile> fill) => _make = () =>
    {
        var content = new MemoryDiskFile();
        fill(content);
        return content;
    };

    /// <summary>A copy of a file that nobody writes any more; its bytes are copied when the copy is written.</summary>
    public WaitingFile(WaitingFile source)
    {
        _source = source;
        _make = () => source.Content.Clone();
    }

    /// <summary>The file, filled, for somebody who does not write it.</summary>
    public MemoryDiskFile Reading => _source is { } source && _make is not null ? source.Reading : Content;

    /// <summary>The file, filled.</summary>
    public MemoryDiskFile Content
    {
        get
        {
            // Several copies of a lab may look at their source's file at once.
            lock (_lock)
            {
                if (_make is { } make)
                {
                    (_content, _make) = (make(), null);
                }

                return _content!;
            }
        }
    }
}
