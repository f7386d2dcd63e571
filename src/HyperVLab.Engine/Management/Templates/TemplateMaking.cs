using HyperVLab.Engine.Compute;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>A virtual machine that is becoming a template.</summary>
public sealed class TemplateMaking : IEntity<TemplateMaking>
{
    internal TemplateMaking(
        Key<TemplateMaking> key,
        Key<VMTemplate> template,
        Key<VirtualMachine> vm,
        Key<LibraryShare> share,
        string path,
        string name)
    {
        Key = key;
        Template = template;
        VM = vm;
        Share = share;
        Path = path;
        Name = name;
    }

    /// <inheritdoc/>
    public Key<TemplateMaking> Key { get; private set; }

    /// <summary>The template; null once somebody removed it.</summary>
    public Key<VMTemplate>? Template { get; private set; }

    /// <summary>The machine; null once it is gone.</summary>
    public Key<VirtualMachine>? VM { get; private set; }

    /// <summary>The machine's name.</summary>
    public string Name { get; private set; }

    /// <summary>The library share that its disk goes to; null once it is gone.</summary>
    public Key<LibraryShare>? Share { get; private set; }

    /// <summary>The disk's path in that share.</summary>
    public string Path { get; private set; }

    /// <summary>The template is gone.</summary>
    internal void LoseTemplate() => Template = null;

    /// <summary>The machine is gone.</summary>
    internal void LoseVM() => VM = null;

    /// <summary>The share is gone.</summary>
    internal void LoseShare() => Share = null;
}
