using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>Why hosts cannot take virtual machines, and what else is said of ratings.</summary>
internal static class PlacementErrors
{
    public static readonly LabError NotAvailable = new(
        "PlacementNotAvailable", "PlacementNotAvailable", LabErrorCategory.ResourceUnavailable,
        "{0} is not available for placement. Set-LabVMHost {0} -AvailableForPlacement $true lets it be.");

    public static readonly LabError NotAnswering = new(
        "PlacementNotAnswering", "PlacementNotAnswering", LabErrorCategory.ConnectionError,
        "{0} does not answer: it does not run, its agent is silent, or nothing on it runs virtual machines.");

    public static readonly LabError SameHost = new(
        "PlacementSameHost", "PlacementSameHost", LabErrorCategory.InvalidArgument,
        "'{1}' is on {0} already.");

    public static readonly LabError Memory = new(
        "PlacementMemory", "PlacementMemory", LabErrorCategory.ResourceUnavailable,
        "'{1}' needs {2} MB of memory. {0} has {3} MB left of the {4} MB that its reserve leaves.");

    public static readonly LabError Cpu = new(
        "PlacementCpu", "PlacementCpu", LabErrorCategory.ResourceUnavailable,
        "The processors of {0} would be {2} % busy with '{1}', and its reserve lets them be {3} %.");

    public static readonly LabError Processors = new(
        "PlacementProcessors", "PlacementProcessors", LabErrorCategory.LimitsExceeded,
        "'{1}' has {2} virtual processors and {0} only {3} logical ones.");

    public static readonly LabError VirtualProcessors = new(
        "PlacementVirtualProcessors", "PlacementVirtualProcessors", LabErrorCategory.LimitsExceeded,
        "{0} would have {2} virtual processors with '{1}'; {3} gives {4} at most.");

    public static readonly LabError Machines = new(
        "PlacementMachines", "PlacementMachines", LabErrorCategory.LimitsExceeded,
        "{0} has {2} virtual machines, and {3} runs no more: there is no place for '{1}'.");

    public static readonly LabError DiskSpace = new(
        "PlacementDiskSpace", "PlacementDiskSpace", LabErrorCategory.ResourceUnavailable,
        "'{1}' needs {2} MB of a volume. The emptiest of {0} has {3} MB beside its reserve.");

    public static readonly LabError DiskIO = new(
        "PlacementDiskIO", "PlacementDiskIO", LabErrorCategory.ResourceUnavailable,
        "The disks of {0} would be asked for {2} operations a second with '{1}' and take {3}.");

    public static readonly LabError Network = new(
        "PlacementNetwork", "PlacementNetwork", LabErrorCategory.ResourceUnavailable,
        "The network of {0} would carry {2} Mbit/s with '{1}', and its reserve leaves {3} Mbit/s.");

    public static readonly LabError Switch = new(
        "PlacementSwitch", "PlacementSwitch", LabErrorCategory.ObjectNotFound,
        "{0} has no virtual switch '{2}', to which '{1}' is connected.");

    public static readonly LabError NotClustered = new(
        "PlacementNotClustered", "PlacementNotClustered", LabErrorCategory.InvalidOperation,
        "'{1}' is to be highly available, and {0} is no node of a cluster.");

    public static readonly LabError ClusterReserve = new(
        "PlacementClusterReserve", "PlacementClusterReserve", LabErrorCategory.ResourceUnavailable,
        "With '{1}' the cluster {2} of {0} would be over-committed: its highly available machines have {3} MB of "
        + "memory, and {4} MB are left when nodes fail, as many as its reserve is ({5}).");

    public static readonly LabError OtherCluster = new(
        "PlacementOtherCluster", "PlacementOtherCluster", LabErrorCategory.InvalidOperation,
        "{0} is no node of the cluster {2}, which keeps '{1}'.");

    public static readonly LabError OtherProcessor = new(
        "PlacementOtherProcessor", "PlacementOtherProcessor", LabErrorCategory.InvalidOperation,
        "The processors of {0} are not those of {2}, and '{1}' runs. Turn it off first.");

    public static readonly LabError NoLiveMigration = new(
        "PlacementNoLiveMigration", "PlacementNoLiveMigration", LabErrorCategory.NotInstalled,
        "'{1}' runs, and there is no live migration from {2} to {0}: the edition or the platform of one has none.");

    public static readonly LabError OtherPlatform = new(
        "PlacementOtherPlatform", "PlacementOtherPlatform", LabErrorCategory.InvalidOperation,
        "'{1}' is a machine of {2}, and {0} is a host of {3}: no move leads there.");

    public static readonly LabError KeptApart = new(
        "PlacementKeptApart", "PlacementKeptApart", LabErrorCategory.ResourceExists,
        "{0} has a machine of the availability set '{2}' already, from which '{1}' is to be kept apart.");

    public static readonly LabError GuestRights = new(
        "PlacementGuestRights", "PlacementGuestRights", LabErrorCategory.LimitsExceeded,
        "{0} would have {2} virtual machines with '{1}'; {3} covers {4} Windows guests. More need licences of their "
        + "own.");

    public static readonly LabError Weight = new(
        "PlacementWeight", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A resource counts 0 to {0} in ratings, and one of them more than 0; {1} is not possible.");

    public static readonly LabError Expected = new(
        "PlacementExpected", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A virtual machine is expected to use 0 to 100 percent of its processors, and no less than nothing of disks "
        + "and network.");

    public static readonly LabError TooLarge = new(
        "PlacementTooLarge", "PlacementTooLarge", LabErrorCategory.LimitsExceeded,
        "'{1}' has {2} MB of memory and {3} virtual processors; {4} on {0} gives a virtual machine {5} MB and {6} at "
        + "most.");

    public static readonly LabError NoVolume = new(
        "PlacementNoVolume", "PlacementNoVolume", LabErrorCategory.ObjectNotFound,
        "{0} shows no volume that it reaches at {2}, where the files of '{1}' are to be.");

    public static readonly LabError NoSharedVolume = new(
        "PlacementNoSharedVolume", "PlacementNoSharedVolume", LabErrorCategory.ObjectNotFound,
        "'{1}' is to be highly available, and its files would be on no volume that the cluster of {0} shares.");

    public static readonly LabError WhatToRate = new(
        "PlacementWhatToRate", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Hosts are rated for a virtual machine, a template, a hardware profile or a configuration: give one of them.");

    public static readonly LabError DiskSpaceWanted = new(
        "PlacementDiskSpaceWanted", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Disks take 0 to {0} GB.");

    public static readonly LabError Guest64Bit = new(
        "PlacementGuest64Bit", "PlacementGuest64Bit", LabErrorCategory.NotInstalled,
        "The guest of '{1}' is a system of 64 bits, and {2} on {0} runs none.");

    public static readonly LabError NoVhd = new(
        "PlacementNoVhd", "PlacementNoVhd", LabErrorCategory.InvalidOperation,
        "New machines get VHDs, and {2} on {0} takes none: there is no place for '{1}'.");

    public static readonly LabError NoHost = new(
        "PlacementNoHost", "PlacementNoHost", LabErrorCategory.ResourceUnavailable,
        "No host can take '{0}'. {1}");

    public static readonly LabError NoHosts = new(
        "PlacementNoHosts", "PlacementNoHosts", LabErrorCategory.ObjectNotFound,
        "'{0}' finds no place: {1} has no hosts. Add-LabVMHost takes them under management.");
}
