using HyperVLab.Engine.Compute;

namespace HyperVLab.Objects;

/// <summary>A drive at a place of a virtual machine, or of one that a checkpoint keeps.</summary>
internal interface IVMDrive
{
    /// <summary>Which kind of controller it hangs on.</summary>
    ControllerType ControllerType { get; }

    /// <summary>Which controller of that kind, from 0.</summary>
    int ControllerNumber { get; }

    /// <summary>Which place on that controller, from 0.</summary>
    int ControllerLocation { get; }
}
