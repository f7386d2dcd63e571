using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>A virtual machine that is being made of a template, a disk of the library or another machine.</summary>
public sealed class Deployment : IEntity<Deployment>
{
    internal Deployment(Key<Deployment> key, DeploymentPlan plan, Key<StoredFile> source, Key<VMTemplate>? template)
    {
        Key = key;
        Plan = plan;
        Source = source;
        Template = template;
        Computer = plan.Computer;
    }

    /// <inheritdoc/>
    public Key<Deployment> Key { get; private set; }

    /// <summary>What it is to be.</summary>
    public DeploymentPlan Plan { get; private set; }

    /// <summary>The host.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>The template; null for none, or once it is gone.</summary>
    public Key<VMTemplate>? Template { get; private set; }

    /// <summary>The disk of which its disk is made; null once it is gone.</summary>
    public Key<StoredFile>? Source { get; private set; }

    /// <summary>Its disk; null before it is there, or once it is gone.</summary>
    public Key<StoredFile>? Disk { get; private set; }

    /// <summary>The machine; null once it is gone.</summary>
    public Key<VirtualMachine>? VM { get; private set; }

    /// <summary>Whether it has its configuration and its disk.</summary>
    public bool IsMade { get; private set; }

    /// <summary>Its disk is there.</summary>
    internal void Receive(Key<StoredFile>? disk) => Disk = disk;

    /// <summary>The machine is there, or gone.</summary>
    internal void Become(Key<VirtualMachine>? vm) => VM = vm;

    /// <summary>It has its configuration and its disk.</summary>
    internal void Make() => IsMade = true;

    /// <summary>The disk of which its disk is made is gone.</summary>
    internal void LoseSource() => Source = null;

    /// <summary>Its template is gone.</summary>
    internal void LoseTemplate() => Template = null;
}
