BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    'CORE', 'STANDARD' | Add-LabHost | Out-Null
    Install-LabOperatingSystem CORE -Edition HyperVServer2008R2
    Install-LabOperatingSystem STANDARD -Edition WindowsServer2008R2Standard
}

AfterAll { Remove-Lab Lab }

Describe 'Windows features' {
    It 'are listed, installed or not' {
        (Get-LabWindowsFeature Hyper-V -ComputerName CORE).Installed | Should -BeTrue
        (Get-LabWindowsFeature Hyper-V -ComputerName STANDARD).InstallState | Should -Be 'Available'
        (Get-LabWindowsFeature *-Clustering -ComputerName CORE, STANDARD).Count | Should -Be 2
        { Get-LabWindowsFeature nope -ErrorAction Stop } |
            Should -Throw -ErrorId 'NameDoesNotExist,HyperVLab.Commands.Hosts.GetLabWindowsFeatureCommand'
    }

    It 'are not installed under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        Install-LabWindowsFeature Failover-Clustering -ComputerName CORE -WhatIf
        Uninstall-LabWindowsFeature Hyper-V -ComputerName STANDARD -WhatIf
        Install-LabPackage SDDDSM -ComputerName CORE -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }

    It 'are refused by the name of an edition without the right to them' {
        $problem = { Install-LabWindowsFeature Failover-Clustering -ComputerName STANDARD -ErrorAction Stop } |
            Should -Throw -PassThru -ErrorId 'OperationFailed,HyperVLab.Commands.Hosts.InstallLabWindowsFeatureCommand'
        $problem.Exception.Message | Should -BeLike '*Windows Server 2008 R2 Standard*'
        { Install-LabWindowsFeature DHCP -ComputerName CORE -ErrorAction Stop } |
            Should -Throw -ExpectedMessage '*Hyper-V Server 2008 R2*takes no role but Hyper-V*'
    }

    It 'are installed, with a result as the real cmdlet gives it' {
        $result = 'Failover-Clustering' | Install-LabWindowsFeature -ComputerName CORE -IncludeManagementTools
        $result.Success | Should -BeTrue
        $result.RestartNeeded | Should -Be 'No'
        $result.ExitCode | Should -Be 'Success'
        $result.FeatureResult.Name | Should -Be 'Failover-Clustering'
        (Install-LabWindowsFeature Failover-Clustering -ComputerName CORE).ExitCode | Should -Be 'NoChangeNeeded'
    }

    It 'that need a restart say so and get it' {
        $quiet = @{ WarningVariable = 'warning'; WarningAction = 'SilentlyContinue' }
        $result = Install-LabWindowsFeature Hyper-V -ComputerName STANDARD @quiet
        $result.ExitCode | Should -Be 'SuccessRestartRequired'
        $warning | Should -Be 'You must restart STANDARD to finish the installation process.'
        (Get-LabWindowsFeature Hyper-V -ComputerName STANDARD).InstallState | Should -Be 'InstallPending'
        Install-LabWindowsFeature Hyper-V -ComputerName STANDARD -Restart | Out-Null
        (Get-LabWindowsFeature Hyper-V -ComputerName STANDARD).InstallState | Should -Be 'Installed'
        Uninstall-LabWindowsFeature Hyper-V -ComputerName STANDARD -Restart -WarningAction SilentlyContinue | Out-Null
        (Get-LabWindowsFeature Hyper-V -ComputerName STANDARD).InstallState | Should -Be 'Available'
    }

    It 'are installed in the background with -AsJob' {
        $job = Install-LabWindowsFeature Web-Server -ComputerName STANDARD -AsJob
        $job | Wait-LabJob | Out-Null
        (Receive-Job $job).Installed | Should -BeTrue
    }
}

Describe 'Packages' {
    It 'enable multipath I/O after a restart' {
        $package = Install-LabPackage SDDDSM -ComputerName CORE -WarningAction SilentlyContinue
        $package.Status | Should -Be 'RestartPending'
        (Get-LabHost CORE).RestartReasons | Should -Be 'Multipath-IO', 'SDDDSM'
        Restart-LabHost CORE
        (Get-LabHost CORE).MpioEnabled | Should -BeTrue
        (Get-LabPackage SDDDSM).Status | Should -Be 'Installed'
    }

    It 'are refused where they are unknown or there already' {
        { Install-LabPackage PowerPath -ComputerName CORE -ErrorAction Stop } |
            Should -Throw -ErrorId 'NoMatchFoundForCriteria,HyperVLab.Commands.Hosts.InstallLabPackageCommand'
        { Install-LabPackage SDDDSM -ComputerName CORE -ErrorAction Stop } |
            Should -Throw -ErrorId 'OperationFailed,HyperVLab.Commands.Hosts.InstallLabPackageCommand'
    }
}

Describe 'Hyper-V on a host' {
    It 'is shown where the role works' {
        (Get-LabVMHost).Name | Should -Be 'CORE'
        { Get-LabVMHost STANDARD -ErrorAction Stop } |
            Should -Throw -ErrorId 'OperationFailed,HyperVLab.Commands.Hosts.GetLabVMHostCommand'
    }

    It 'puts machines into the default folders until others are set' {
        (Get-LabVMHost CORE).VirtualMachinePath | Should -Be 'C:\ProgramData\Microsoft\Windows\Hyper-V'
        Enter-LabHost CORE
        (Set-LabVMHost -VirtualMachinePath C:\VMs -Passthru).VirtualMachinePath | Should -Be 'C:\VMs'
        Exit-LabHost
    }

    It 'stays as it is under -WhatIf, and with a path that is none' {
        $hash = (Get-Lab).JournalHash
        Set-LabVMHost CORE -VirtualHardDiskPath D:\ -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
        Enter-LabHost CORE
        { Set-LabVMHost -VirtualHardDiskPath 'C:\..\x' -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Hosts.SetLabVMHostCommand'
        Exit-LabHost
    }
}
