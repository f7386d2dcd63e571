BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    foreach ($name in 'VMM1', 'LIB1', 'LIB2') {
        Add-LabHost $name | Install-LabOperatingSystem -Edition WindowsServer2008R2Standard
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
    }
    Install-LabVMMServer VMM1 | Out-Null
    New-LabVMHostGroup 'Rack 1' | Out-Null
    $script:command = 'HyperVLab.Commands'
}

AfterAll { Remove-Lab Lab }

Describe 'Library servers' {
    It 'come with an agent, as a job of steps' {
        $library = Add-LabLibraryServer LIB1 -Description 'Disks' -VMHostGroup 'Rack 1' -JobVariable added
        $library.State | Should -Be 'Responding'
        $library.FQDN | Should -Be 'LIB1.lab.local'
        $library.VMHostGroup | Should -Be 'All Hosts\Rack 1'
        $added.Steps.Name | Should -Be 'Add library server', 'Install Virtual Machine Manager agent'
        $added.Script | Should -Be "Add-LabLibraryServer -ComputerName LIB1 -Description Disks -VMHostGroup 'Rack 1'"
        (Get-LabLibraryServer LIB*).Name | Should -Be LIB1
    }

    It 'are library servers once, and no host' {
        { Add-LabLibraryServer LIB1 -ErrorAction Stop } | Should -Throw '*already*' -ErrorId "404,$command*"
        { Remove-LabVMHost LIB1 -ErrorAction Stop } | Should -Throw '*cannot find the managed computer*'
    }

    It 'can be near to other hosts or to none' {
        (Set-LabLibraryServer LIB1 -Description 'Disks and ISOs' -ClearVMHostGroup).VMHostGroup | Should -BeNullOrEmpty
        (Get-LabLibraryServer LIB1).Description | Should -Be 'Disks and ISOs'
    }

    It 'keep a host group that they are near to' {
        Set-LabLibraryServer LIB1 -VMHostGroup 'Rack 1' | Out-Null
        { Remove-LabVMHostGroup 'Rack 1' -ErrorAction Stop } | Should -Throw '*holds LIB1*'
    }

    It 'go with their shares and leave the files' {
        Set-Content TestDrive:/go.ps1 'Get-Date'
        Copy-LabFile TestDrive:/go.ps1 C:\Library\go.ps1 -ToComputer LIB1 | Out-Null
        New-LabSmbShare Library C:\Library -ComputerName LIB1 | Out-Null
        Add-LabLibraryShare \\LIB1\Library | Out-Null
        Remove-LabLibraryServer LIB1
        Get-LabLibraryServer | Should -BeNullOrEmpty
        Get-LabLibraryShare | Should -BeNullOrEmpty
        Get-LabScript | Should -BeNullOrEmpty
        (Get-LabFile C:\Library -ComputerName LIB1).Name | Should -Be go.ps1
        Get-LabVMMManagedComputer | Should -BeNullOrEmpty
    }

    It 'fail clearly when the computer does not answer, and go on when it does' {
        Stop-LabHost LIB2 -TurnOff
        Add-LabLibraryServer LIB2 -JobVariable failed -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem[0].FullyQualifiedErrorId | Should -BeLike '2910,*'
        Start-LabHost LIB2
        Restart-LabJob $failed | Out-Null
        (Get-LabLibraryServer LIB2).State | Should -Be 'Responding'
    }
}
