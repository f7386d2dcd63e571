BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabChassis BCS | Out-Null
    'BLADE1', 'BLADE2' | Add-LabHost -Chassis BCS -MemoryBytes 16GB | Out-Null
}

AfterAll { Remove-Lab Lab }

Describe 'Hosts of a lab' {
    It 'are added bare, into the first free bays' {
        $hosts = Get-LabHost
        $hosts.Name | Should -Be 'BLADE1', 'BLADE2'
        $hosts.Bay | Should -Be 1, 2
        $hosts.State | Should -Be 'Off', 'Off'
        $hosts[0].Edition | Should -BeNullOrEmpty
        $hosts[0].MemoryBytes | Should -Be 16GB
        (Get-LabChassis BCS).Blades | Should -Be 'BLADE1', 'BLADE2'
    }

    It 'are not added under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        Add-LabHost BLADE9 -WhatIf
        Add-LabChassis C9 -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
        Get-LabHost BLADE9* | Should -BeNullOrEmpty
    }

    It 'are refused where a name or figure cannot be' {
        { Add-LabHost blade1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Hosts.AddLabHostCommand'
        { Add-LabHost BLADE9 -MemoryBytes 0 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Hosts.AddLabHostCommand'
        { Add-LabHost BLADE9 -Chassis nope -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Hosts.AddLabHostCommand'
        { Add-LabChassis bcs -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Hosts.AddLabChassisCommand'
        (Get-LabHost).Count | Should -Be 2
    }

    It 'are found by name and wildcard, other computers by name or role' {
        (Get-LabHost blade*).Count | Should -Be 2
        Get-LabHost x* | Should -BeNullOrEmpty
        (Get-LabHost DC1).Role | Should -Be 'DomainController'
        (Get-LabHost -Role Workstation).Name | Should -Be 'ADMIN1'
        Get-LabHost nope -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problem[0].FullyQualifiedErrorId | Should -Be 'InvalidParameter,HyperVLab.Commands.Hosts.GetLabHostCommand'
        $problem[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'get an operating system, in virtual time' {
        $before = (Get-LabClock).Now
        $installed = Get-LabHost BLADE1 | Install-LabOperatingSystem -Edition HyperVServer2008R2 -Passthru
        $installed.Edition | Should -Be 'Hyper-V Server 2008 R2'
        $installed.State | Should -Be 'Running'
        ((Get-LabClock).Now - $before).TotalMinutes | Should -Be 20
    }

    It 'get one in the background with -AsJob' {
        $job = Install-LabOperatingSystem BLADE2 -Edition 'Windows Server 2008 R2 Standard' -AsJob
        $job.State | Should -Be 'Suspended'
        (Get-LabHost BLADE2).State | Should -Be 'Installing'
        $job | Wait-LabJob | Out-Null
        (Receive-Job $job).Edition | Should -Be 'Windows Server 2008 R2 Standard'
    }

    It 'are renamed with a restart, and say so before it' {
        Rename-LabHost -ComputerName BLADE1 -NewName HVR2NODO1 -WarningVariable warning -WarningAction SilentlyContinue
        $warning | Should -Be 'The changes will take effect after you restart the computer BLADE1.'
        $blade = Get-LabHost BLADE1
        $blade.PendingName | Should -Be 'HVR2NODO1'
        $blade.RestartPending | Should -BeTrue
        Restart-LabHost BLADE1
        $blade.Name | Should -Be 'HVR2NODO1'
        (Rename-LabHost -ComputerName BLADE2 -NewName HVR2NODO2 -Restart -Passthru).Name | Should -Be 'HVR2NODO2'
    }

    It 'are not renamed to what another one is called' {
        { Rename-LabHost -ComputerName HVR2NODO1 -NewName hvr2nodo2 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Hosts.RenameLabHostCommand'
        { Rename-LabHost -ComputerName HVR2NODO1 -NewName 'a*b' -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Hosts.RenameLabHostCommand'
    }

    It 'are shut down, started and restarted' {
        (Stop-LabHost HVR2NODO2 -Passthru).State | Should -Be 'Off'
        (Start-LabHost HVR2NODO2 -Passthru).State | Should -Be 'Running'
        (Get-LabHost HVR2NODO2 | Restart-LabHost -Passthru).Uptime | Should -Be ([timespan]::Zero)
    }

    It 'lose their power at once with -TurnOff' {
        $before = (Get-LabClock).Now
        Stop-LabHost HVR2NODO2 -TurnOff
        (Get-LabHost HVR2NODO2).State | Should -Be 'Off'
        (Get-LabClock).Now | Should -Be $before
        { Stop-LabHost HVR2NODO2 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidState,HyperVLab.Commands.Hosts.StopLabHostCommand'
        Start-LabHost HVR2NODO2
    }

    It 'stay as they are under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        Restart-LabHost HVR2NODO1 -WhatIf
        Stop-LabHost HVR2NODO1 -TurnOff -WhatIf
        Start-LabHost HVR2NODO1 -WhatIf
        Rename-LabHost -ComputerName HVR2NODO1 -NewName X -WhatIf
        Install-LabOperatingSystem HVR2NODO1 -Edition HyperVServer2008R2 -WhatIf
        Enable-LabRemoteDesktop HVR2NODO1 -WhatIf
        Disable-LabRemoteDesktop HVR2NODO1 -WhatIf
        Enable-LabRemoteManagement HVR2NODO1 -WhatIf
        Disable-LabRemoteManagement HVR2NODO1 -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }

    It 'are let be managed remotely and by remote desktop' {
        (Enable-LabRemoteDesktop HVR2NODO1 -Passthru).RemoteDesktopEnabled | Should -BeTrue
        (Disable-LabRemoteDesktop HVR2NODO1 -Passthru).RemoteDesktopEnabled | Should -BeFalse
        (Enable-LabRemoteManagement HVR2NODO1 -Passthru).RemoteManagementEnabled | Should -BeTrue
        (Disable-LabRemoteManagement HVR2NODO1 -Passthru).RemoteManagementEnabled | Should -BeFalse
    }

    It 'are "this computer" when they were entered' {
        Enter-LabHost HVR2NODO1
        (Enable-LabRemoteDesktop -Passthru).Name | Should -Be 'HVR2NODO1'
        Exit-LabHost
        { Enable-LabRemoteDesktop -ErrorAction Stop } | Should -Throw -ExpectedMessage '*HVR2NODO1, HVR2NODO2*'
    }

    It 'complete by name, and editions by their short name' {
        (TabExpansion2 'Restart-LabHost HVR').CompletionMatches.CompletionText | Should -Be 'HVR2NODO1', 'HVR2NODO2'
        (TabExpansion2 'Install-LabOperatingSystem X -Edition HyperVServer2008').CompletionMatches.CompletionText |
            Should -Be 'HyperVServer2008', 'HyperVServer2008R2'
    }
}

Describe 'Editions' {
    It 'say what they let a host do' {
        $edition = Get-LabEdition HyperVServer2008R2
        $edition.MaxSockets | Should -Be 8
        $edition.MaxMemoryBytes | Should -Be 1TB
        $edition.HasClustering | Should -BeTrue
        (Get-LabEdition 'Windows Server 2008 R2 Standard').HasClustering | Should -BeFalse
        (Get-LabEdition '*2008 R2*').Count | Should -Be 4
    }

    It 'are refused where they are unknown' {
        { Get-LabEdition NT4 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Hosts.GetLabEditionCommand'
    }
}
