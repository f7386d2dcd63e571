using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Compute;

/// <summary>What is refused about TCP connections and ports.</summary>
internal static class FlowErrors
{
    public static readonly LabError NoSuchFlow = new(
        "NoSuchFlow", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "There is no flow {0}. Get-LabFlow lists them.");

    public static readonly LabError NoSuchPort = new(
        "NoSuchTcpPort", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "Nobody has opened or closed the port {0}. Get-LabTcpPort lists those that somebody has.");

    public static readonly LabError EndUnclear = new(
        "FlowEndUnclear", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} has to be one virtual machine or one computer of the lab.");

    public static readonly LabError NotPossible = new(
        "FlowFiguresNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A port is 1 to 65535; a flow sends at least one byte, and at least one bit a second.");

    public static readonly LabError ToItself = new(
        "FlowToItself", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be both ends of a flow: what it sends itself goes over no network.");

    public static readonly LabError SourceNotThere = new(
        "FlowSourceNotThere", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' cannot send: no operating system runs there that has an address.");

    public static readonly LabError NoAddress = new(
        "FlowWithoutAddress", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' has no address to send to.");

    public static readonly LabError HasEnded = new(
        "FlowHasEnded", "InvalidState", LabErrorCategory.InvalidOperation,
        "The flow {0} has ended: {1}.");

    public static readonly LabError Refused = new(
        "FlowRefused", "OperationFailed", LabErrorCategory.ConnectionError,
        "'{0}' refused the connection: nobody listens there at port {1}.");

    public static readonly LabError NotAnswered = new(
        "FlowNotAnswered", "OperationFailed", LabErrorCategory.ConnectionError,
        "'{0}' did not answer at port {1}: no way leads there, it does not run, or its firewall lets nothing in.");

    public static readonly LabError SourceStopped = new(
        "FlowSourceStopped", "OperationFailed", LabErrorCategory.OperationStopped,
        "'{0}' stopped before the connection was established.");
}
