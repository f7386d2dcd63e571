using HyperVLab.Disks.Operations;

namespace HyperVLab.Disks.Vmdk;

/// <summary>A part of a disk. Offsets are from its own start.</summary>
/// <param name="start">Where it starts on the disk, in bytes.</param>
/// <param name="sizeBytes">How many bytes of the disk it has.</param>
internal abstract class VmdkExtent(long start, long sizeBytes)
{
    /// <summary>Where it starts on the disk, in bytes.</summary>
    public long Start => start;

    /// <summary>How many bytes of the disk it has.</summary>
    public long SizeBytes => sizeBytes;

    /// <summary>The first byte of the disk after it.</summary>
    public long End => start + sizeBytes;

    /// <summary>The unit in which it grows, in bytes; 0 if it has its whole size from the start.</summary>
    public virtual int GrainBytes => 0;

    /// <summary>Whether all its data stands at multiples of 4 KiB in its file.</summary>
    public abstract bool IsAligned { get; }

    /// <summary>Where its grains stand in its file, in bytes, in their order on the disk.</summary>
    public virtual IEnumerable<long> Places() => [];

    /// <summary>Reads bytes that it has.</summary>
    public abstract void Read(long offset, Span<byte> buffer);

    /// <summary>Writes bytes that it has.</summary>
    /// <exception cref="NotSupportedException">Its kind is only read.</exception>
    public virtual void Write(long offset, ReadOnlySpan<byte> data) =>
        throw new NotSupportedException("Only monolithic sparse VMDKs are written.");

    /// <summary>Whether it can be written.</summary>
    public virtual bool IsWritable => false;

    /// <summary>Says where bytes stand that it has.</summary>
    /// <returns>Ranges of the disk, rising, without gaps.</returns>
    public abstract IEnumerable<DiskExtent> Extents(long offset, long length);

    /// <summary>The ranges of the disk that have a place in a file, rising.</summary>
    public abstract IEnumerable<ByteRange> Placed();

    /// <summary>Looks for what is wrong with it beyond what keeps it from being opened.</summary>
    public virtual void Check(DiskWork work, DiskDefectList defects) => work.ThrowIfCancelled();
}
