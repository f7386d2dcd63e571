using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Notices;

/// <summary>
/// A change of a virtual machine's state was refused or failed; its job, if any, has ended with the same error.
/// </summary>
internal sealed record VMOperationFailed(Key<VirtualMachine> VM, VMAction Action, LabException Failure) : LabNotice;
