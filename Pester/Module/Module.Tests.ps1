BeforeDiscovery {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    $cmdlets = (Get-Command -Module HyperVLab -CommandType Cmdlet).Name
    $isPwshMissing = -not (Get-Command pwsh -CommandType Application -ErrorAction Ignore)
    $topics = 'about_HyperVLab', 'about_HyperVLab_Faults', 'about_HyperVLab_Time', 'about_HyperVLab_VirtualDisks'
}

BeforeAll {
    $root = Resolve-Path $PSScriptRoot/../..
    Import-Module $root/HyperVLab.psd1
}

Describe 'The module' {
    It 'says what to do when it is imported before it was built' {
        Copy-Item $root/HyperVLab.ps* TestDrive:/
        Copy-Item $root/HyperVLab.format.ps1xml TestDrive:/
        { Import-Module TestDrive:/HyperVLab.psd1 -ErrorAction Stop } | Should -Throw '*dotnet build*'
    }

    It 'is imported in silence' -Skip:$isPwshMissing {
        pwsh -NoProfile -NonInteractive -Command "Import-Module '$root/HyperVLab.psd1'" *>&1 | Should -BeNullOrEmpty
    }

    It 'takes a prefix, because other lab modules export some of the same names' -Skip:$isPwshMissing {
        $command = "Import-Module '$root/HyperVLab.psd1' -Prefix Sim; (New-SimLab).Name; (Get-SimLabClock).Mode"
        pwsh -NoProfile -NonInteractive -Command $command | Should -Be 'Lab', 'Manual'
    }

    It 'lets scripts name its types' {
        [HyperVLab.Objects.LabInfo] | Should -Not -BeNullOrEmpty
        [HyperVLab.Engine.Requests.JobState]::Running | Should -Be 'Running'
    }

    It 'loads no assembly but its own' {
        $own = [AppDomain]::CurrentDomain.GetAssemblies() |
            Where-Object { -not $_.IsDynamic -and $_.Location.StartsWith("$root") } |
            # What keeps labs stands in a context of its own, apart from other modules' versions.
            Where-Object { [Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name -ne 'HyperVLab.Store' } |
            # Where PowerShell is hosted by a test of this checkout, the host's assemblies stand in it too.
            Where-Object { -not $_.Location.StartsWith([AppContext]::BaseDirectory) }
        $own.GetName().Name | Should -BeIn 'HyperVLab', 'HyperVLab.Engine', 'HyperVLab.Simulation', 'HyperVLab.Disks'
    }

    It 'has a manifest without fault' {
        Test-ModuleManifest $root/HyperVLab.psd1 | ForEach-Object Version | Should -Be '0.1.0'
    }
}

Describe 'Help' {
    It 'of <_> has a synopsis, a description, an example and every parameter' -ForEach $cmdlets {
        $help = Get-Help $_ -Full
        $help.Synopsis | Should -Match '\.$'
        $help.Description.Text | Should -Not -BeNullOrEmpty
        $help.Examples.Example[0].Code | Should -Match ([regex]::Escape($_))
        $help.Parameters.Parameter.Description.Text | Should -Not -Contain ''
        $names = (Get-Command $_).Parameters.Values |
            Where-Object { $_.Name -notin [System.Management.Automation.Cmdlet]::CommonParameters } |
            ForEach-Object Name
        $help.Parameters.Parameter.Name | Sort-Object | Should -Be ($names | Sort-Object)
    }

    It 'has the topic <_>' -ForEach $topics {
        Get-Help $_ | Should -Match $_
    }
}
