using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Compute.Tracing;

/// <summary>What cannot be followed.</summary>
internal static class TraceErrors
{
    public static readonly LabError NobodyMeant = new(
        "TraceToNobody", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "Nobody in the lab is called '{0}' or has that address. Give the name of a virtual machine or a computer, an "
            + "IP address, or a MAC address.");

    public static readonly LabError ManyWays = new(
        "TraceToEverybody", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A frame for everybody, or for a group, has many ways. Give the one whose way is meant.");

    public static readonly LabError FrameNotPossible = new(
        "TraceFrameNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A frame has 64 to 9014 bytes.");

    public static readonly LabError SizeNotPossible = new(
        "TraceSizeNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "One disk request has 512 bytes to 1 MB, in whole sectors of 512.");

    public static readonly LabError NoAdapter = new(
        "TraceWithoutAdapter", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' has no such network adapter.");

    public static readonly LabError NoDrive = new(
        "TraceWithoutDrive", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' has no such hard disk drive.");
}
