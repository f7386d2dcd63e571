using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Making;

/// <summary>What making a lab refuses.</summary>
internal static class MakingErrors
{
    public static readonly LabError LabIsMade = new(
        "LabIsMade", "InvalidState", LabErrorCategory.ResourceExists,
        "This lab has its network and domain already.");

    public static readonly LabError SwitchNameNotUsable = new(
        "SwitchNameNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be the name of a switch: give 1 to 64 characters without wildcards, quotes and control "
        + "characters.");

    public static readonly LabError DomainNameNotUsable = new(
        "DomainNameNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be the name of a domain: give a DNS name of two labels or more, such as lab.local, "
        + "and a NetBIOS name of at most 15 letters, digits and hyphens.");

    public static readonly LabError NoDomain = new(
        "NoDomainToJoin", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "The lab has no domain that a server could join. New-Lab makes one.");

    public static readonly LabError SubnetNotUsable = new(
        "SubnetNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} is no network that a lab can have: give its own address and 8 to 24 leading bits, such as "
        + "192.168.10.0/24.");

    public static readonly LabError CountOutOfRange = new(
        "CountOutOfRange", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} is out of range: give {1} to {2}.");
}
