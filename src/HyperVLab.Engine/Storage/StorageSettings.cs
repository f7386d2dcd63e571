namespace HyperVLab.Engine.Storage;

/// <summary>The figures of storage, each with where it comes from.</summary>
internal static class StorageSettings
{
    /// <summary>Hyper-V warns when a volume has less free (Hyper-V: 2 GB).</summary>
    public const long LowFreeBytes = 2L << 30;

    /// <summary>Hyper-V pauses the virtual machines that write to a volume with less free (Hyper-V: 200 MB).</summary>
    public const long CriticalFreeBytes = 200L << 20;

    /// <summary>
    /// Where the first partition begins, and to what every partition is aligned (Windows Server 2008 and later).
    /// </summary>
    public const long PartitionAlignmentBytes = 1L << 20;

    /// <summary>What a master boot record can describe: 2^32 sectors.</summary>
    public const long MaximumMbrBytes = 1L << 41;

    /// <summary>How many partitions a master boot record has.</summary>
    public const int MaximumMbrPartitions = 4;

    /// <summary>How many partitions Windows puts into a GUID table.</summary>
    public const int MaximumGptPartitions = 128;

    /// <summary>
    /// Microsoft's reserved partition on disks from <see cref="LargeDiskBytes"/> on (Microsoft: 128 MB).
    /// </summary>
    public const long ReservedPartitionBytes = 128L << 20;

    /// <summary>Microsoft's reserved partition on smaller disks (Microsoft: 32 MB).</summary>
    public const long SmallReservedPartitionBytes = 32L << 20;

    /// <summary>From which size on the reserved partition is the large one (Microsoft: 16 GB).</summary>
    public const long LargeDiskBytes = 16L << 30;

    /// <summary>The partition from which setup of R2 lets a computer boot (Microsoft: 100 MB).</summary>
    public const long SystemReservedBytes = 100L << 20;

    /// <summary>What an operating system with its page file takes of its volume (ours).</summary>
    public const long OperatingSystemBytes = 10L << 30;

    /// <summary>
    /// The most that the log of a new NTFS takes (NTFS: 64 MB); on small volumes a 64th of the volume (ours).
    /// </summary>
    public const long NtfsLogBytes = 64L << 20;

    /// <summary>What else a new NTFS takes beside its log and bitmap (ours).</summary>
    public const long NtfsMetadataBytes = 24L << 20;

    /// <summary>The smallest volume that is made (ours).</summary>
    public const long MinimumVolumeBytes = 8L << 20;

    /// <summary>The largest FAT32 volume that Windows formats (Microsoft: 32 GB).</summary>
    public const long MaximumFat32Bytes = 32L << 30;

    /// <summary>The cluster of a volume when none is asked for (Microsoft: 4 KB up to 16 TB).</summary>
    public const int DefaultAllocationUnitBytes = 4096;

    /// <summary>The longest label of NTFS (Microsoft: 32 characters).</summary>
    public const int MaximumLabelLength = 32;

    /// <summary>The smallest LUN that an array makes (ours).</summary>
    public const long MinimumLunBytes = 64L << 20;

    /// <summary>
    /// What an array holds unless said otherwise: twelve 300 GB disks in two RAID-5 sets of a BladeCenter S (ours).
    /// </summary>
    public const long DefaultArrayBytes = 3000L << 30;

    /// <summary>The most controllers of an array (ours).</summary>
    public const int MaximumControllers = 8;

    /// <summary>The longest name of an array or LUN (ours).</summary>
    public const int MaximumNameLength = 64;

    /// <summary>The highest number by which Windows addresses a LUN (Windows Server 2008 R2: 0 to 254).</summary>
    public const int MaximumLunNumber = 254;

    /// <summary>
    /// What new VHDs carry as their time of making when virtual time is zero: the day on which R2 came out (ours).
    /// </summary>
    public static readonly DateTimeOffset Began = new(2009, 10, 22, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Each block of a VHD that Windows 8 or later made begins at a multiple of this (seen in Windows 10's files).
    /// </summary>
    public const int BlockAlignmentBytes = 4096;

    /// <summary>The longest file of this computer that comes into a lab (ours; NTFS has 16 TB).</summary>
    public const long MaximumFileBytes = 16L << 40;

    /// <summary>
    /// How many packed bytes of a file the journal carries at most, so that it gives them again (ours).
    /// </summary>
    public const int MaximumCarriedBytes = 1 << 20;

    /// <summary>The block of a VMFS datastore in bytes: VMFS-3's smallest.</summary>
    public const int DatastoreUnitBytes = 1 << 20;
}
