using HyperVLab.Disks;

namespace HyperVLab.Fuzz;

/// <summary>One kind of file: what good ones look like, and what is done with a changed one.</summary>
internal abstract class FuzzTarget
{
    /// <summary>The name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>Makes good files to start from.</summary>
    public abstract IEnumerable<MemoryDiskFile> Seeds();

    /// <summary>Whether a file of a corpus is one to start from, judged by its name and beginning.</summary>
    public virtual bool Takes(string path, ReadOnlySpan<byte> start) => false;

    /// <summary>Lists places that matter most; changes fall there more often.</summary>
    public virtual IReadOnlyList<ByteRange> Hot(MemoryDiskFile input) => [];

    /// <summary>Makes checksums right again, so that what they cover is looked at.</summary>
    public virtual void Seal(MemoryDiskFile input)
    {
    }

    /// <summary>Does with a file all that can be done with it.</summary>
    public abstract void Run(MemoryDiskFile input, FuzzCase trial);
}
